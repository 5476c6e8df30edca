package app.leeway.catalogue.rest;

import app.leeway.http.North;
import app.leeway.http.RegionProbe;
import app.leeway.http.Trials;

/** Everybody knows what may be given. */
class CatalogueRegionProbe implements RegionProbe {

    @Override
    public void probe(North north, Trials trials) {
        trials.open("GET /kinds", "GET /touchpoints");
    }
}
