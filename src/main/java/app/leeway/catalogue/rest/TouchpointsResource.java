package app.leeway.catalogue.rest;

import app.leeway.catalogue.Catalogues;
import app.leeway.catalogue.Touchpoint;
import app.leeway.http.Page;
import app.leeway.organization.identity.Actors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where customers are met: everybody in the company may know. */
@Path("touchpoints")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class TouchpointsResource {

    @Inject Actors actors;
    @Inject Catalogues catalogues;

    @GET
    public Page<Touchpoint> list() {
        actors.actor();
        return Page.whole(catalogues.current().touchpoints());
    }
}
