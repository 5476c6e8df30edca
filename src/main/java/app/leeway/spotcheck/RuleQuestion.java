package app.leeway.spotcheck;

import java.time.Instant;

/**
 * What somebody asked of a rule, because of something that was done. Of what, and by whom it was
 * done, says nothing here: a question is on the rule.
 *
 * @param clause code; null where a guardrail is meant
 * @param guardrail code; null where a clause is meant
 * @param user whoever asks
 * @param name theirs
 */
public record RuleQuestion(
        long id,
        String clause,
        String guardrail,
        String text,
        String user,
        String name,
        Instant at) {

    /** The code of the rule that is meant. */
    public String rule() {
        return clause == null ? guardrail : clause;
    }
}
