package app.leeway.gesture.rest;

import static app.leeway.http.Trials.notFound;
import static app.leeway.http.Trials.nothing;
import static app.leeway.http.Trials.outside;
import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.http.North;
import app.leeway.http.RegionProbe;
import app.leeway.http.Trials;
import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.GestureBuilder;
import java.util.List;

/** Gestures are given, seen and ended where they happen. */
class GestureRegionProbe implements RegionProbe {

    private static final GestureBuilder GOODWILL =
            a("goodwill").of("50.00").to("C-1001").at("krogen");

    @Override
    public void probe(North north, Trials trials) {
        trials.closed("POST /gestures", c -> outside(c.logs(GOODWILL.asked())));
        trials.closed("POST /gestures/preview", c -> outside(c.previews(GOODWILL.asked())));
        trials.closed("POST /gestures/batch", GestureRegionProbe::logsInBatch);
        trials.closed("GET /gestures", GestureRegionProbe::lists);
        trials.closed("GET /gestures/{id}", c -> notFound(c.get("/gestures/" + north.settled())));
        trials.closed("POST /gestures/{id}/settlement", c -> ends(c, north.held(), "settlement"));
        trials.closed("POST /gestures/{id}/release", c -> ends(c, north.held(), "release"));
        trials.closed("POST /gestures/{id}/reversal", c -> ends(c, north.settled(), "reversal"));
        trials.closed("GET /leeway", c -> outside(c.get("/leeway?site=krogen")));
    }

    private static void logsInBatch(ApiClient client) {
        String item =
                "{\"items\":[{\"id\":\"0190a3f2-0000-7000-8000-000000000001\",\"gesture\":"
                        + GOODWILL.asked()
                        + "}]}";
        assertThat(client.post("/gestures/batch", item).text("items.0.problem.code"))
                .isEqualTo("outside-your-area");
    }

    private static void lists(ApiClient client) {
        for (String filter : List.of("", "?site=krogen", "?staff=anna", "?customer=C-1001")) {
            nothing(client.get("/gestures" + filter));
        }
    }

    private static void ends(ApiClient client, String gesture, String ending) {
        ApiAnswer answer = client.withNewKey().post("/gestures/" + gesture + "/" + ending, "{}");
        assertThat(answer.status()).as(answer.body()).isIn(403, 404);
    }
}
