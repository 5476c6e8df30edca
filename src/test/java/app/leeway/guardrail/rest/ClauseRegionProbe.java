package app.leeway.guardrail.rest;

import app.leeway.http.North;
import app.leeway.http.RegionProbe;
import app.leeway.http.Trials;

/** Everybody knows the clauses. */
class ClauseRegionProbe implements RegionProbe {

    @Override
    public void probe(North north, Trials trials) {
        trials.open("GET /clauses");
    }
}
