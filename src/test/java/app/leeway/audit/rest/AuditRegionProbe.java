package app.leeway.audit.rest;

import static app.leeway.http.Trials.notAllowed;

import app.leeway.http.North;
import app.leeway.http.RegionProbe;
import app.leeway.http.Trials;

/** The record is checked by auditors and stewards. */
class AuditRegionProbe implements RegionProbe {

    @Override
    public void probe(North north, Trials trials) {
        trials.closed("GET /audit/check", c -> notAllowed(c.get("/audit/check")));
        trials.closed("POST /audit/check", c -> notAllowed(c.post("/audit/check", "{}")));
        trials.closed("GET /audit/head", c -> notAllowed(c.get("/audit/head")));
        trials.closed("GET /audit/heads", c -> notAllowed(c.get("/audit/heads")));
        trials.closed("POST /audit/heads", c -> notAllowed(c.post("/audit/heads", "{}")));
        trials.closed("GET /audit/keys", c -> notAllowed(c.get("/audit/keys")));
    }
}
