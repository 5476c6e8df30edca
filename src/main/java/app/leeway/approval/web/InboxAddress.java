package app.leeway.approval.web;

import app.leeway.approval.ApprovalFilter;
import app.leeway.approval.ApprovalFilter.View;
import app.leeway.approval.ApprovalState;
import app.leeway.approval.LookingAtApprovals.Place;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What of the inbox is wanted, as it stands in an address, so that it can be kept and sent. What an
 * address says that means nothing is left out.
 */
final class InboxAddress {

    private static final List<String> NAMES = List.of("view", "state", "site", "kind", "waiting");

    private final Map<String, String> given = new LinkedHashMap<>();
    private final Place after;

    private InboxAddress(UnaryOperator<String> parameter) {
        for (String name : NAMES) {
            String value = parameter.apply(name);
            if (value != null && !value.isBlank()) {
                given.put(name, value.strip());
            }
        }
        after = known(parameter.apply("after"), InboxAddress::place);
    }

    /**
     * @param parameter the value of a request parameter by its name, or null
     */
    static InboxAddress of(UnaryOperator<String> parameter) {
        return new InboxAddress(parameter);
    }

    /**
     * @param usual whose exceptions, where the address does not say
     */
    ApprovalFilter filter(View usual) {
        View view = known(given.get("view"), code -> View.valueOf(code.toUpperCase(Locale.ROOT)));
        return new ApprovalFilter(
                view == null ? usual : view,
                known(given.get("state"), ApprovalState::of),
                given.get("site"),
                given.get("kind"),
                "true".equals(given.get("waiting")));
    }

    /** Where the page before ended; null for the first. */
    Place after() {
        return after;
    }

    Map<String, String> given() {
        return given;
    }

    /**
     * A query for the same as the interface understands it, without its question mark.
     *
     * @param filter what is shown
     */
    static String query(ApprovalFilter filter) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("view", filter.view().code());
        if (filter.state() != null) {
            said.put("state", filter.state().code());
        }
        if (filter.unit() != null) {
            said.put("site", filter.unit());
        }
        if (filter.kind() != null) {
            said.put("kind", filter.kind());
        }
        if (filter.waiting()) {
            said.put("waiting", "true");
        }
        return said.entrySet().stream()
                .map(
                        e ->
                                e.getKey()
                                        + '='
                                        + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static String written(Place place) {
        return place.waiting() + " " + place.dueAt() + " " + place.id();
    }

    private static Place place(String text) {
        String[] parts = text.split(" ", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException(text);
        }
        return new Place(
                Boolean.parseBoolean(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
    }

    private static <T> T known(String text, Function<String, T> meaning) {
        try {
            return text == null || text.isBlank() ? null : meaning.apply(text);
        } catch (IllegalArgumentException | DateTimeException meansNothing) {
            return null;
        }
    }
}
