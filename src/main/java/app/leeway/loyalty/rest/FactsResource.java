package app.leeway.loyalty.rest;

import app.leeway.http.Form;
import app.leeway.loyalty.FactRun;
import app.leeway.loyalty.FactRuns;
import app.leeway.loyalty.RefreshingFacts;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.organization.identity.Actors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Locale;

/** How far the facts are, of which payoff is reckoned. */
@Path("facts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class FactsResource {

    @Inject Actors actors;
    @Inject Access access;
    @Inject FactRuns runs;
    @Inject RefreshingFacts refreshing;

    /** The latest run; all null before the first. */
    public record RunJson(
            Long run,
            String state,
            Instant begunAt,
            Instant endedAt,
            Boolean whole,
            Long customers,
            Long done) {

        static final RunJson NONE = new RunJson(null, null, null, null, null, null, null);

        static RunJson of(FactRun run) {
            return new RunJson(
                    run.id(),
                    run.state().name().toLowerCase(Locale.ROOT),
                    run.begunAt(),
                    run.endedAt(),
                    run.whole(),
                    run.customers(),
                    run.done());
        }
    }

    @GET
    public RunJson latest() {
        access.require(actors.actor(), Role.LEADER, Role.STEWARD, Role.AUDITOR);
        return runs.latest().map(RunJson::of).orElse(RunJson.NONE);
    }

    @POST
    public Response refresh(Form form) {
        boolean whole = form.optional("whole").truth();
        form.complete();
        Actor actor = actors.actor();
        refreshing.begin(actor, whole);
        return Response.accepted(runs.latest().map(RunJson::of).orElse(RunJson.NONE)).build();
    }
}
