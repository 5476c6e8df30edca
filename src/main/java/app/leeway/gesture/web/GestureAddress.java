package app.leeway.gesture.web;

import app.leeway.gesture.GestureFilter;
import app.leeway.gesture.GestureState;
import app.leeway.gesture.Review;
import app.leeway.guardrail.Outcome;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A filter of gestures as it stands in an address, so that it can be kept and sent. What an address
 * says that means nothing is left out.
 */
final class GestureAddress implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final List<String> NAMES =
            List.of(
                    "site",
                    "kind",
                    "person",
                    "customer",
                    "clause",
                    "state",
                    "review",
                    "outcome",
                    "from",
                    "until",
                    "late");

    private final Map<String, String> given = new LinkedHashMap<>();

    private GestureAddress() {}

    /**
     * @param parameter the value of a request parameter by its name, or null
     */
    static GestureAddress of(UnaryOperator<String> parameter) {
        GestureAddress address = new GestureAddress();
        for (String name : NAMES) {
            String value = parameter.apply(name);
            if (value != null && !value.isBlank()) {
                address.given.put(name, value.strip());
            }
        }
        return address;
    }

    /**
     * @param zone where days begin and end
     */
    GestureFilter filter(ZoneId zone) {
        return new GestureFilter(
                given.get("site"),
                given.get("kind"),
                given.get("person"),
                given.get("customer"),
                given.get("clause"),
                known("state", GestureState::of),
                known("review", Review::of),
                known("outcome", Outcome::valueOf),
                day("from", 0, zone),
                day("until", 1, zone),
                "true".equals(given.get("late")));
    }

    private <T> T known(String name, Function<String, T> meaning) {
        try {
            return given.containsKey(name) ? meaning.apply(given.get(name)) : null;
        } catch (IllegalArgumentException meansNothing) {
            return null;
        }
    }

    private Instant day(String name, int plusDays, ZoneId zone) {
        try {
            return given.containsKey(name)
                    ? LocalDate.parse(given.get(name))
                            .plusDays(plusDays)
                            .atStartOfDay(zone)
                            .toInstant()
                    : null;
        } catch (DateTimeParseException meansNothing) {
            return null;
        }
    }

    Map<String, String> given() {
        return given;
    }

    /** The same as the query of an address, with its question mark; empty for no filter. */
    String query() {
        return given.isEmpty()
                ? ""
                : given.entrySet().stream()
                        .map(
                                e ->
                                        e.getKey()
                                                + '='
                                                + URLEncoder.encode(
                                                        e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
