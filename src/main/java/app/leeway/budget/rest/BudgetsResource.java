package app.leeway.budget.rest;

import app.leeway.budget.LedgerEntry;
import app.leeway.budget.LookingAtBudgets;
import app.leeway.budget.Reconciling;
import app.leeway.budget.RecordedGestures;
import app.leeway.http.Page;
import app.leeway.http.Query;
import app.leeway.organization.Organizations;
import app.leeway.organization.identity.Actors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Budgets, their ledgers, and the check that both agree. */
@Path("budgets")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class BudgetsResource {

    @Inject Actors actors;
    @Inject LookingAtBudgets budgets;
    @Inject Reconciling reconciling;
    @Inject RecordedGestures gestures;
    @Inject Organizations organizations;
    @Inject Clock clock;

    @GET
    public Page<BudgetJson> list() {
        return Page.whole(budgets.all(actors.actor()).stream().map(BudgetJson::of).toList());
    }

    /** Anybody of the company may run it: it tells no more than that the books are right. */
    @GET
    @Path("reconciliation")
    public ReconciliationJson reconcile() {
        actors.actor();
        return ReconciliationJson.of(
                reconciling.reconcile(),
                gestures.compare(),
                organizations.current().company().currency());
    }

    @GET
    @Path("{code}")
    public BudgetJson get(@PathParam("code") String code, @Context UriInfo uri) {
        Instant at = at(Query.of(uri));
        return BudgetJson.of(budgets.one(code, at, actors.actor()));
    }

    @GET
    @Path("{code}/entries")
    public Page<EntryJson> entries(@PathParam("code") String code, @Context UriInfo uri) {
        Query query = Query.of(uri);
        int limit = query.limit();
        Long before = query.after(Long::valueOf);
        Instant at = at(query);
        List<LedgerEntry> found = budgets.entries(code, at, before, limit + 1, actors.actor());
        return Page.of(found, limit, e -> Long.toString(e.id())).map(EntryJson::of);
    }

    /** An instant of the period that is meant: now, unless the query says another. */
    private Instant at(Query query) {
        Instant at = query.instant("at");
        query.complete();
        return at == null ? clock.instant() : at;
    }
}
