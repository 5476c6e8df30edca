package app.leeway.gesture.rest;

import app.leeway.catalogue.Catalogues;
import app.leeway.gesture.LeewayQuery;
import app.leeway.guardrail.Rules;
import app.leeway.http.Query;
import app.leeway.organization.Actor;
import app.leeway.organization.Profiles;
import app.leeway.organization.identity.Actors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** What I may do here and now. */
@Path("leeway")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class LeewayResource {

    @Inject Actors actors;
    @Inject Profiles profiles;
    @Inject LeewayQuery whatIMayDo;
    @Inject Rules rules;
    @Inject Catalogues catalogues;

    @GET
    public LeewayJson get(@Context UriInfo uri) {
        Query query = Query.of(uri);
        String site = query.optional("site").code();
        query.complete();
        Actor actor = actors.actor();
        return LeewayJson.of(
                whatIMayDo.leeway(site, actor),
                profiles.of(actor),
                rules.current().clauses(),
                catalogues.current());
    }
}
