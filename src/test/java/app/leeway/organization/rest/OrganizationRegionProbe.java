package app.leeway.organization.rest;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.http.North;
import app.leeway.http.RegionProbe;
import app.leeway.http.Trials;

/** Who somebody is concerns them alone; people are seen by those who manage them. */
class OrganizationRegionProbe implements RegionProbe {

    @Override
    public void probe(North north, Trials trials) {
        trials.open(
                "GET /me",
                "PUT /me",
                "GET /me/tablet-key",
                "GET /me/sealing-key",
                "POST /me/sealing-key/open",
                "GET /organization");
        trials.closed(
                "GET /people",
                c ->
                        assertThat(c.get("/people").texts("items", "user"))
                                .contains("maria", "klara")
                                .doesNotContain("anna", "mats", "lena"));
    }
}
