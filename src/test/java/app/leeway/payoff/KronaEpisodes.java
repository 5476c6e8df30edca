package app.leeway.payoff;

import java.util.stream.Collectors;

/** The known world as somebody outside would send it. */
public final class KronaEpisodes {

    private KronaEpisodes() {}

    /** A whole request, asked as the reference did. */
    public static String json(int many) {
        return "{\"least\":2,\"past\":[\"month\",\"segment\",\"incident\",\"capital\"],"
                + "\"episodes\":["
                + Krona.customers(many, 20260731L, Krona.World.BASE).stream()
                        .map(KronaEpisodes::json)
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private static String json(Krona.Customer c) {
        String kind = c.isGiven() ? "\"kind\":\"" + Krona.KINDS.get(c.kind()) + "\"," : "";
        return "{%s\"customer\":\"c%d\",\"cost\":%s,\"outcome\":%s,\"baseline\":%s,\"before\":%s,"
                        .formatted(kind, c.id(), c.cost(), c.outcome(), c.baseline(), c.before())
                + "\"history\":%s,\"active\":%s,\"facts\":{\"month\":\"%d\",\"segment\":\"%d\","
                        .formatted(c.history(), c.active(), c.month(), c.segment())
                + "\"incident\":\"i%d\",\"capital\":\"%d\"}}".formatted(c.incident(), c.balance());
    }
}
