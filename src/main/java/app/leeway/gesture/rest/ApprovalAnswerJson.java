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
        List<CandidateJson> couldApprove,
        boolean leadership) {

    /** What is granted when nobody answers, and what goes on as a request. */
    public record FallbackJson(MoneyJson now, MoneyJson rest) {}

    /** Somebody who may decide it; {@code standsInFor} is a name. */
    public record CandidateJson(
            String user, String name, String at, boolean present, String standsInFor) {

        static CandidateJson of(Answer.Candidate candidate) {
            return new CandidateJson(
                    candidate.user(),
                    candidate.name(),
                    candidate.at(),
                    candidate.present(),
                    candidate.standsInFor() == null ? null : candidate.standsInFor().name());
        }
    }

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
                approval.couldApprove().stream().map(CandidateJson::of).toList(),
                approval.leadership());
    }
}
