package app.leeway.guardrail;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * One dated revision of a rule of discretion. A later revision of the same code takes its place on
 * its first day, for good: when the later one ends, the earlier does not come back.
 *
 * @param revision counted from 1 by first day
 * @param from the first day on which it holds, where the gesture happens
 * @param until the day on which it holds no more, or null
 * @param bound what may be reached but not passed: minor units for AMOUNT and SUM, pieces for
 *     COUNT; FORBIDDEN has none and says 0
 * @param otherwise what passing it comes to; never GO
 * @param replaces codes of guardrails that are silent wherever this one holds and its scope matches
 */
public record Guardrail(
        String code,
        int revision,
        LocalDate from,
        LocalDate until,
        Scope when,
        Measure measure,
        long bound,
        Outcome otherwise,
        List<String> replaces) {

    /**
     * @throws IllegalArgumentException when these make no rule; says which guardrail and what is
     *     wrong
     */
    public Guardrail {
        Objects.requireNonNull(code, "a guardrail needs a code");
        refuseIf(code.isBlank(), code, "needs a code");
        refuseIf(revision < 1, code, "counts its revisions from 1, not " + revision);
        refuseIf(from == null, code, "needs the first day on which it holds");
        refuseIf(
                until != null && !until.isAfter(from),
                code,
                "ends on " + until + ", which is not after " + from + ", when it begins");
        refuseIf(when == null, code, "needs a scope, if only an empty one");
        refuseIf(measure == null, code, "needs a measure");
        refuseIf(bound < 0, code, "has a limit below zero: " + bound);
        refuseIf(
                otherwise == null || otherwise == Outcome.GO,
                code,
                "needs an outcome other than GO");
        replaces = List.copyOf(replaces);
        refuseIf(replaces.contains(code), code, "replaces itself");
    }

    private static void refuseIf(boolean wrong, String code, String what) {
        if (wrong) {
            throw new IllegalArgumentException("guardrail '" + code + "' " + what);
        }
    }

    /** The same, with another number. */
    Guardrail counted(int number) {
        return new Guardrail(code, number, from, until, when, measure, bound, otherwise, replaces);
    }

    /**
     * The cost above which it speaks about a proposal in its scope, in minor units; -1: whatever
     * the cost; {@link Measure#NEVER}: at no cost.
     */
    long speaksAbove(Proposal proposal, Facts facts) {
        if (!measure.isCumulative()) {
            return measure.speaksAbove(bound, Usage.NOTHING);
        }
        return measure.hasKey(proposal)
                ? measure.speaksAbove(bound, facts.tally(this))
                : Measure.NEVER;
    }

    /** Code and revision tell guardrails apart; looked up for each verdict, so it must be quick. */
    @Override
    public int hashCode() {
        return 31 * code.hashCode() + revision;
    }
}
