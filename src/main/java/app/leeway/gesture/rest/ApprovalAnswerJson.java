package app.leeway.gesture.rest;

import app.leeway.gesture.Answer;
import app.leeway.http.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who will decide what waits, and what happens when nobody answers.
 *
 * @param id null when it is only looked ahead
 */
public record ApprovalAnswerJson(
        UUID id,
        List<String> addressedTo,
        Instant dueAt,
        FallbackJson fallback,
        List<Answer.Candidate> couldApprove,
        boolean leadership) {

    /** What is granted when nobody answers, and what goes on as a request. */
    public record FallbackJson(MoneyJson now, MoneyJson rest) {}

    /** Null unless it waits for approval. */
    static ApprovalAnswerJson of(Answer answer, UUID id) {
        Answer.Addressed approval = answer.approval();
        if (approval == null) {
            return null;
        }
        return new ApprovalAnswerJson(
                id,
                approval.to(),
                approval.dueAt(),
                approval.fallback() == null
                        ? null
                        : new FallbackJson(
                                MoneyJson.of(approval.fallback()), MoneyJson.of(approval.rest())),
                approval.couldApprove(),
                approval.leadership());
    }
}
