package app.leeway.gesture.rest;

import app.leeway.gesture.Answer;
import app.leeway.gesture.Review;
import app.leeway.http.MoneyJson;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What whoever logs a gesture is told. */
public record AnswerJson(
        UUID id,
        String state,
        @JsonbNillable String review,
        VerdictJson verdict,
        MoneyJson cost,
        List<HeadroomJson> headroom,
        List<ShortfallJson> shortfall,
        Instant heldUntil,
        Instant receivedAt,
        Instant occurredAt,
        Instant plannedFor,
        ApprovalAnswerJson approval) {

    static AnswerJson of(Answer answer, String language) {
        return new AnswerJson(
                answer.id(),
                answer.state().code(),
                code(answer.review()),
                VerdictJson.of(answer, language),
                MoneyJson.of(answer.cost()),
                HeadroomJson.of(answer.headroom()),
                ShortfallJson.of(answer.shortfall()),
                answer.heldUntil(),
                answer.receivedAt(),
                answer.done() ? answer.judgedFor() : null,
                answer.done() ? null : answer.judgedFor(),
                ApprovalAnswerJson.of(answer, answer.id()));
    }

    static String code(Review review) {
        return review == null ? null : review.code();
    }
}
