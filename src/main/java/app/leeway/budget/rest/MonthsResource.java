package app.leeway.budget.rest;

import app.leeway.budget.ClosingMonths;
import app.leeway.budget.MonthLine;
import app.leeway.http.Form;
import app.leeway.http.Idempotency;
import app.leeway.http.IdempotencyKey;
import app.leeway.http.Page;
import app.leeway.organization.Actor;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import java.util.function.BiFunction;

/** Months whose figures stay as they are. */
@Path("months")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class MonthsResource {

    @Inject Actors actors;
    @Inject ClosingMonths closing;
    @Inject Organizations organizations;
    @Inject Idempotency idempotency;

    /** Somebody, by their user name and as people call them. */
    public record WhoJson(String user, String name) {

        static WhoJson of(Long personId, Organization organization) {
            return personId == null
                    ? null
                    : organization
                            .person(personId)
                            .map(person -> new WhoJson(person.user(), person.name()))
                            .orElse(null);
        }
    }

    /**
     * @param state {@code open} or {@code closed}
     * @param lateUntil until when late entries are still booked in it, unless it is closed before
     */
    public record MonthJson(
            String month,
            String state,
            Instant lateUntil,
            WhoJson closedBy,
            Instant closedAt,
            WhoJson reopenAskedBy,
            Instant reopenAskedAt) {

        static MonthJson of(MonthLine line, Organization organization) {
            MonthLine.Closing closing = line.closing();
            return closing == null
                    ? new MonthJson(
                            line.month().toString(),
                            "open",
                            line.lateUntil(),
                            null,
                            null,
                            null,
                            null)
                    : new MonthJson(
                            line.month().toString(),
                            "closed",
                            line.lateUntil(),
                            WhoJson.of(closing.closedBy(), organization),
                            closing.closedAt(),
                            WhoJson.of(closing.reopenAskedBy(), organization),
                            closing.reopenAskedAt());
        }
    }

    @GET
    public Page<MonthJson> list() {
        Organization organization = organizations.current();
        return Page.whole(
                closing.months(actors.actor()).stream()
                        .map(line -> MonthJson.of(line, organization))
                        .toList());
    }

    @POST
    @Path("{month}/close")
    public Response close(
            @PathParam("month") String month,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            Form form) {
        return once(month, key, form, "close", closing::close);
    }

    @POST
    @Path("{month}/reopen")
    public Response reopen(
            @PathParam("month") String month,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            Form form) {
        return once(month, key, form, "reopen", closing::reopen);
    }

    private Response once(
            String text,
            String key,
            Form form,
            String verb,
            BiFunction<YearMonth, Actor, MonthLine> work) {
        UUID once = IdempotencyKey.of(key);
        form.complete();
        YearMonth month = month(text);
        Actor actor = actors.actor();
        return idempotency.once(
                once,
                String.join(" ", actor.user(), "months", month.toString(), verb),
                () -> MonthJson.of(work.apply(month, actor), organizations.current()));
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new RefusedException(
                    Refusal.NOT_FOUND, "a month is written 2026-10, not " + text);
        }
    }
}
