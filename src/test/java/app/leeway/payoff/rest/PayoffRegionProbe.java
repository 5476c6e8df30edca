package app.leeway.payoff.rest;

import static app.leeway.http.Trials.notAllowed;

import app.leeway.http.North;
import app.leeway.http.RegionProbe;
import app.leeway.http.Trials;

/** Everybody sees what became of gestures like theirs; the whole is for leaders. */
class PayoffRegionProbe implements RegionProbe {

    @Override
    public void probe(North north, Trials trials) {
        trials.open("GET /payoff/precedents", "GET /payoff/mine");
        trials.closed("GET /payoff", c -> notAllowed(c.get("/payoff")));
        trials.closed(
                "POST /payoff/estimate",
                c -> notAllowed(c.post("/payoff/estimate", "{\"episodes\":[]}")));
    }
}
