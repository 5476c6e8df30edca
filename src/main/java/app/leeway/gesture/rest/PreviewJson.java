package app.leeway.gesture.rest;

import app.leeway.gesture.Answer;
import app.leeway.http.MoneyJson;
import java.util.List;

/** What logging it now would come to. */
public record PreviewJson(
        VerdictJson verdict,
        MoneyJson cost,
        List<HeadroomJson> headroom,
        List<ShortfallJson> shortfall,
        String wouldBe,
        ApprovalAnswerJson approval) {

    static PreviewJson of(Answer answer, String language) {
        return new PreviewJson(
                VerdictJson.of(answer, language),
                MoneyJson.of(answer.cost()),
                HeadroomJson.of(answer.headroom()),
                ShortfallJson.of(answer.shortfall()),
                answer.state().code(),
                ApprovalAnswerJson.of(answer, null));
    }
}
