package app.leeway.guardrail.rest;

import app.leeway.guardrail.Rules;
import app.leeway.http.Page;
import app.leeway.organization.identity.Actors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The company's written policy: everybody in it may know. */
@Path("clauses")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ClausesResource {

    @Inject Actors actors;
    @Inject Rules rules;

    @GET
    public Page<ClauseJson> list() {
        actors.actor();
        return Page.whole(rules.current().clauses().stream().map(ClauseJson::of).toList());
    }
}
