package app.leeway.guardrail.file;

import app.leeway.companyfile.YamlMapping;
import app.leeway.guardrail.Measure;
import app.leeway.guardrail.Measure.Key;
import app.leeway.guardrail.Measure.Type;
import app.leeway.shared.Period;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads what a guardrail counts and how far: {@code { sum: customer, within: P30D }} and {@code
 * 1500.00}.
 */
class MeasureAndLimit {

    private static final Map<String, Key> KEYS = YamlMapping.byWord(Key.values());
    private static final Map<String, Key> GESTURE = Map.of("gesture", Key.GESTURE);
    private static final Map<String, Period> PERIODS = YamlMapping.byWord(Period.values());
    private static final int COUNT_MAX = 1_000_000;

    private final YamlMapping guardrail;
    private final String currency;
    private Type type;

    MeasureAndLimit(YamlMapping guardrail, String currency) {
        this.guardrail = guardrail;
        this.currency = currency;
    }

    /** Null, with the problem noted, when it is not to be understood. */
    Measure measure() {
        YamlMapping entry =
                guardrail.mapping(
                        "measure", Set.of("amount", "sum", "count", "forbidden", "within", "per"));
        type = entry == null ? null : type(entry);
        if (type == null) {
            return null;
        }
        boolean cumulative = type == Type.SUM || type == Type.COUNT;
        Key key = entry.oneOf(word(type), cumulative ? KEYS : GESTURE);
        java.time.Period within =
                entry.has("within") ? entry.days("within", Measure.LONGEST_DAYS) : null;
        Period per = entry.has("per") ? entry.oneOf("per", PERIODS) : null;
        if (entry.has("within") && entry.has("per")) {
            entry.wrong("per", "contradictory.period");
        }
        if (key == Key.GESTURE && (entry.has("within") || entry.has("per"))) {
            entry.wrongAsAWhole("contradictory.gesture");
        }
        return guardrail.nothingIsWrong() ? new Measure(type, key, within, per) : null;
    }

    private static String word(Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static Type type(YamlMapping entry) {
        var given = Stream.of(Type.values()).filter(t -> entry.has(word(t))).toList();
        if (given.size() != 1) {
            entry.wrongAsAWhole("not-a-measure");
            return null;
        }
        return given.get(0);
    }

    /** Minor units for amounts and sums, pieces for counts; 0 where nothing is allowed. */
    long limit() {
        if (type == Type.FORBIDDEN) {
            if (guardrail.has("limit")) {
                guardrail.wrong("limit", "misplaced.limit");
            }
            return 0;
        }
        if (type == Type.COUNT) {
            Integer pieces = guardrail.whole("limit", COUNT_MAX);
            return pieces == null ? 0 : pieces;
        }
        Long minor = guardrail.money("limit", currency);
        return minor == null ? 0 : minor;
    }
}
