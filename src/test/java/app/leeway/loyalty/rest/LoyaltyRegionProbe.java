package app.leeway.loyalty.rest;

import static app.leeway.http.Trials.notAllowed;
import static app.leeway.http.Trials.outside;
import static app.leeway.http.Trials.post;

import app.leeway.http.North;
import app.leeway.http.RegionProbe;
import app.leeway.http.Trials;
import java.util.UUID;

/** Outcomes come from machines; what happened is noted where it happened. */
class LoyaltyRegionProbe implements RegionProbe {

    @Override
    public void probe(North north, Trials trials) {
        String file = "/outcomes/files/" + UUID.randomUUID();
        String happened = "{\"incident\":\"delay\",\"site\":\"krogen\"}";
        trials.closed("POST /outcomes", c -> notAllowed(c.post("/outcomes", "[]")));
        trials.closed(
                "POST /outcomes/from/{product}",
                c -> notAllowed(c.post("/outcomes/from/square", "{}")));
        trials.closed(
                "POST /outcomes/files", c -> notAllowed(post(c, "/outcomes/files", "text/csv")));
        trials.closed("GET /outcomes/files/{id}", c -> notAllowed(c.get(file)));
        trials.closed(
                "GET /outcomes/files/{id}/refused", c -> notAllowed(c.get(file + "/refused")));
        trials.closed("POST /episodes", c -> outside(c.withNewKey().post("/episodes", happened)));
        trials.closed("GET /facts", c -> notAllowed(c.get("/facts")));
        trials.closed("POST /facts", c -> notAllowed(c.post("/facts", "{}")));
    }
}
