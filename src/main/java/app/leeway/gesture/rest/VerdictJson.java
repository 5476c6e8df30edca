package app.leeway.gesture.rest;

import app.leeway.gesture.Answer;
import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Reason;
import java.util.List;
import java.util.Locale;

/** A verdict that explains itself, in one language. */
public record VerdictJson(
        Outcome outcome, List<ReasonJson> reasons, List<Answer.Approver> couldApprove) {

    /** One rule that had a say; its code stands under the name of its type. */
    public record ReasonJson(
            String type,
            String guardrail,
            String clause,
            String budget,
            String record,
            Integer revision,
            Outcome outcome,
            String message) {

        static ReasonJson of(Reason reason, String language) {
            return new ReasonJson(
                    reason.type().name().toLowerCase(Locale.ROOT),
                    codeIf(Reason.Type.GUARDRAIL, reason),
                    codeIf(Reason.Type.CLAUSE, reason),
                    codeIf(Reason.Type.BUDGET, reason),
                    codeIf(Reason.Type.RECORD, reason),
                    reason.revision(),
                    reason.outcome(),
                    reason.message().in(language));
        }

        private static String codeIf(Reason.Type type, Reason reason) {
            return reason.type() == type ? reason.rule() : null;
        }
    }

    static VerdictJson of(Answer answer, String language) {
        return of(answer.outcome(), answer.reasons(), answer.couldApprove(), language);
    }

    static VerdictJson of(
            Outcome outcome,
            List<Reason> reasons,
            List<Answer.Approver> couldApprove,
            String language) {
        return new VerdictJson(
                outcome,
                reasons.stream().map(reason -> ReasonJson.of(reason, language)).toList(),
                couldApprove);
    }
}
