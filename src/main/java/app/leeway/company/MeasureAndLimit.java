package app.leeway.company;

import app.leeway.guardrail.Measure;
import app.leeway.guardrail.Measure.Key;
import app.leeway.guardrail.Measure.Type;
import app.leeway.shared.Period;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what a guardrail counts and how far: {@code { sum: customer, within: P30D }} and {@code
 * 1500.00}.
 */
class MeasureAndLimit {

    private static final Map<String, Key> KEYS = words(Key.values());
    private static final Map<String, Key> GESTURE = Map.of("gesture", Key.GESTURE);
    static final Map<String, Period> PERIODS = words(Period.values());
    private static final int COUNT_MAX = 1_000_000;

    private final Entry guardrail;
    private final String currency;
    private Type type;

    MeasureAndLimit(Entry guardrail, String currency) {
        this.guardrail = guardrail;
        this.currency = currency;
    }

    private static <T extends Enum<T>> Map<String, T> words(T[] values) {
        return Stream.of(values)
                .collect(
                        Collectors.toMap(
                                v -> v.name().toLowerCase(Locale.ROOT), Function.identity()));
    }

    /** Null, with the problem noted, when it is not to be understood. */
    Measure measure() {
        Entry entry =
                guardrail.entry(
                        "measure", Set.of("amount", "sum", "count", "forbidden", "within", "per"));
        type = entry == null ? null : type(entry);
        if (type == null) {
            return null;
        }
        boolean cumulative = type == Type.SUM || type == Type.COUNT;
        Key key = entry.oneOf(word(type), cumulative ? KEYS : GESTURE);
        java.time.Period within = entry.has("within") ? days(entry, Measure.LONGEST_DAYS) : null;
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

    private static Type type(Entry entry) {
        var given = Stream.of(Type.values()).filter(t -> entry.has(word(t))).toList();
        if (given.size() != 1) {
            entry.wrongAsAWhole("not-a-measure");
            return null;
        }
        return given.get(0);
    }

    /** {@code within} in whole days, because a rolling month has no fixed length. */
    static java.time.Period days(Entry entry, int most) {
        Leaf leaf = entry.leaf("within");
        if (leaf == null) {
            return null;
        }
        try {
            var period = java.time.Period.parse(leaf.text());
            if (period.toTotalMonths() == 0 && period.getDays() > 0 && period.getDays() <= most) {
                return period;
            }
        } catch (DateTimeException e) {
            // said below, like every other period that is none
        }
        entry.wrong("within", "not-a-period.days", leaf.text(), most);
        return null;
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
