package app.leeway.payoff.web;

import app.leeway.payoff.Edition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a page of payoff looks at, as it stands in its address, so that it can be kept and sent.
 * What an address says that means nothing is left out.
 */
final class PayoffAddress {

    static final List<String> SORTS = List.of("kind", "clause", "site", "nth", "damage");

    private final Map<String, String> given = new LinkedHashMap<>();

    private PayoffAddress() {}

    static PayoffAddress of(UnaryOperator<String> parameter) {
        PayoffAddress address = new PayoffAddress();
        address.take(parameter, "by", String.join("|", SORTS));
        address.take(parameter, "key", "[^\\s]{1,100}");
        address.take(parameter, "days", "30|90|180|365");
        address.take(parameter, "edition", "live|\\d{4}-\\d{2}");
        return address;
    }

    private void take(UnaryOperator<String> parameter, String name, String form) {
        String value = parameter.apply(name);
        if (value != null && value.strip().matches(form)) {
            given.put(name, value.strip());
        }
    }

    Map<String, String> given() {
        return given;
    }

    String by() {
        return given.getOrDefault("by", "kind");
    }

    String key() {
        return given.get("key");
    }

    /**
     * @param usual days of the window when the address does not say
     */
    Edition.Key edition(Edition.About about, int usual) {
        String days = given.get("days");
        return Edition.Key.of(
                given.get("edition"), about, days == null ? usual : Integer.parseInt(days));
    }

    /** As the query of an address, with its question mark; empty for nothing. */
    String query() {
        return given.isEmpty()
                ? ""
                : given.entrySet().stream()
                        .map(e -> e.getKey() + '=' + e.getValue())
                        .collect(Collectors.joining("&", "?", ""));
    }
}
