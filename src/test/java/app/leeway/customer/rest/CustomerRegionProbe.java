package app.leeway.customer.rest;

import static app.leeway.http.Trials.notAllowed;
import static app.leeway.http.Trials.post;

import app.leeway.http.North;
import app.leeway.http.RegionProbe;
import app.leeway.http.Trials;

/** Everybody finds customers; stewards import them. */
class CustomerRegionProbe implements RegionProbe {

    @Override
    public void probe(North north, Trials trials) {
        trials.open("GET /customers", "GET /customers/{code}");
        trials.closed("POST /customers", c -> notAllowed(post(c, "/customers", "text/csv")));
    }
}
