package app.leeway.company.rest;

import static app.leeway.http.Trials.notAllowed;
import static app.leeway.http.Trials.post;

import app.leeway.http.North;
import app.leeway.http.RegionProbe;
import app.leeway.http.Trials;

/** Everybody knows the rules; stewards change them. */
class CompanyRegionProbe implements RegionProbe {

    @Override
    public void probe(North north, Trials trials) {
        trials.open("GET /guardrails");
        trials.closed(
                "PUT /guardrails",
                c ->
                        notAllowed(
                                c.withNewKey()
                                        .with("If-Match", "\"1\"")
                                        .put("/guardrails", "{\"items\":[]}")));
        trials.closed("GET /company", c -> notAllowed(c.get("/company")));
        trials.closed("POST /company", c -> notAllowed(post(c, "/company", "application/yaml")));
    }
}
