package app.leeway.absence.rest;

import app.leeway.absence.Absence;
import app.leeway.absence.Absences;
import app.leeway.absence.ChoosingStandIns;
import app.leeway.absence.MakingAbsences;
import app.leeway.absence.WithdrawingAbsences;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;

/** Who is away, and who stands in for them. */
@Path("absences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class AbsencesResource {

    @Inject Actors actors;
    @Inject Absences absences;
    @Inject MakingAbsences making;
    @Inject ChoosingStandIns choosing;
    @Inject WithdrawingAbsences withdrawing;
    @Inject Organizations organizations;
    @Inject Idempotency idempotency;

    /** Somebody, by their user name and as people call them. */
    public record PersonJson(String user, String name) {

        static PersonJson of(Long personId, Organization organization) {
            return personId == null
                    ? null
                    : organization
                            .person(personId)
                            .map(person -> new PersonJson(person.user(), person.name()))
                            .orElse(null);
        }
    }

    /**
     * @param standIn left out while there is nobody
     * @param source {@code hand} or {@code calendar}
     */
    public record AbsenceJson(
            UUID id,
            PersonJson person,
            Instant from,
            Instant until,
            PersonJson standIn,
            String source,
            PersonJson madeBy) {}

    @GET
    public Page<AbsenceJson> list() {
        return Page.whole(absences.concerning(actors.actor()).stream().map(this::json).toList());
    }

    @POST
    public Response make(@HeaderParam(IdempotencyKey.HEADER) String key, Form form) {
        UUID id = IdempotencyKey.of(key);
        MakingAbsences.Asked asked =
                new MakingAbsences.Asked(
                        form.optional("user").code(),
                        form.required("from").instant(),
                        form.required("until").instant(),
                        form.optional("standIn").code());
        form.complete();
        Actor actor = actors.actor();
        return idempotency.once(
                id,
                String.join(" ", actor.user(), "absences", form.canonical()),
                () -> json(making.add(actor, id, asked)));
    }

    @POST
    @Path("{id}/stand-in")
    public Response choose(
            @PathParam("id") String id, @HeaderParam(IdempotencyKey.HEADER) String key, Form form) {
        UUID once = IdempotencyKey.of(key);
        String standIn = form.optional("standIn").code();
        form.complete();
        Actor actor = actors.actor();
        UUID absence = id(id);
        return idempotency.once(
                once,
                String.join(" ", actor.user(), "absences", id, "stand-in", form.canonical()),
                () -> json(choosing.choose(actor, absence, standIn)));
    }

    @DELETE
    @Path("{id}")
    public void withdraw(@PathParam("id") String id) {
        withdrawing.withdraw(actors.actor(), id(id));
    }

    private AbsenceJson json(Absence absence) {
        Organization organization = organizations.current();
        return new AbsenceJson(
                absence.id(),
                PersonJson.of(absence.personId(), organization),
                absence.from(),
                absence.until(),
                PersonJson.of(absence.standInId(), organization),
                absence.fromCalendar() ? "calendar" : "hand",
                PersonJson.of(absence.madeBy(), organization));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    Refusal.NOT_FOUND, "There is no absence " + text + " that is yours to change.");
        }
    }
}
