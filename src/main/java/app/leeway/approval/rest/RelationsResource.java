package app.leeway.approval.rest;

import app.leeway.approval.DeclaringRelations;
import app.leeway.http.Page;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** To which customers I am related: I never decide for them. */
@Path("relations")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class RelationsResource {

    @Inject Actors actors;
    @Inject DeclaringRelations declaring;

    @GET
    public Page<DeclaringRelations.Relation> mine() {
        return Page.whole(declaring.mine(actors.actor()));
    }

    @PUT
    @Path("{customer}")
    public Page<DeclaringRelations.Relation> declare(@PathParam("customer") String customer) {
        Actor actor = actors.actor();
        declaring.declare(customer, actor);
        return Page.whole(declaring.mine(actor));
    }

    @DELETE
    @Path("{customer}")
    public Page<DeclaringRelations.Relation> takeBack(@PathParam("customer") String customer) {
        Actor actor = actors.actor();
        declaring.takeBack(customer, actor);
        return Page.whole(declaring.mine(actor));
    }
}
