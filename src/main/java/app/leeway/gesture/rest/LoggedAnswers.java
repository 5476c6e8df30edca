package app.leeway.gesture.rest;

import app.leeway.gesture.Answer;
import app.leeway.gesture.GestureState;
import app.leeway.http.Api;
import app.leeway.http.IdempotencyKey;
import app.leeway.http.Problem;
import app.leeway.http.RequestId;
import app.leeway.shared.JsonParts;
import app.leeway.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;

/**
 * Says in HTTP what became of a gesture that was logged: created, or refused by its verdict (and
 * kept all the same, so that asking again gets the same).
 */
@ApplicationScoped
class LoggedAnswers {

    private static final int REFUSED = 422;

    @Inject Jsonb jsonb;

    Response response(Answer answer, String language, HttpServletRequest http) {
        ResponseBuilder response =
                isRefused(answer)
                        ? problem(answer, language).response(RequestId.of(http))
                        : Response.status(Response.Status.CREATED)
                                .header(HttpHeaders.LOCATION, Api.PATH + "/gestures/" + answer.id())
                                .entity(AnswerJson.of(answer, language));
        return answer.replayed()
                ? response.header(IdempotencyKey.REPLAYED, true).build()
                : response.build();
    }

    static boolean isRefused(Answer answer) {
        return answer.state() == GestureState.REFUSED;
    }

    /** The verdict stands in the problem. */
    Problem problem(Answer answer, String language) {
        VerdictJson verdict = VerdictJson.of(answer, language);
        return new Problem(
                REFUSED,
                Refusal.REFUSED.code(),
                verdict.reasons().get(0).message(),
                List.of(),
                JsonParts.object()
                        .add("id", answer.id().toString())
                        .add("verdict", json(verdict))
                        .build());
    }

    private JsonObject json(VerdictJson verdict) {
        try (JsonReader reader = JsonParts.reader(jsonb.toJson(verdict))) {
            return reader.readObject();
        }
    }
}
