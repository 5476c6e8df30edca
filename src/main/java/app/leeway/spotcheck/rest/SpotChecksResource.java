package app.leeway.spotcheck.rest;

import app.leeway.absence.rest.AbsencesResource.PersonJson;
import app.leeway.http.Form;
import app.leeway.http.Idempotency;
import app.leeway.http.IdempotencyKey;
import app.leeway.http.Languages;
import app.leeway.http.MoneyJson;
import app.leeway.http.Page;
import app.leeway.http.Query;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.spotcheck.AcknowledgingSpotChecks;
import app.leeway.spotcheck.DiscussingSpotChecks;
import app.leeway.spotcheck.EndorsingSpotChecks;
import app.leeway.spotcheck.QuestioningRules;
import app.leeway.spotcheck.SpotCheck;
import app.leeway.spotcheck.SpotChecks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What was done and is to be looked at. */
@Path("spot-checks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class SpotChecksResource {

    private static final int TEXT_MOST = 2000;

    @Inject Actors actors;
    @Inject SpotChecks spotChecks;
    @Inject AcknowledgingSpotChecks seeing;
    @Inject EndorsingSpotChecks endorsing;
    @Inject DiscussingSpotChecks talking;
    @Inject QuestioningRules questioning;
    @Inject Idempotency idempotency;

    /** Something that one of the two said. */
    public record NoteJson(PersonJson by, Instant at, String text) {}

    /** What is left out is not there. */
    public record SpotCheckJson(
            UUID gesture,
            String why,
            String state,
            String kind,
            PersonJson person,
            String place,
            String customer,
            MoneyJson cost,
            Instant judgedFor,
            List<String> bends,
            Instant drawnAt,
            Instant seenAt,
            PersonJson by,
            Instant at,
            List<NoteJson> notes) {

        static SpotCheckJson of(SpotCheck spotCheck, String language) {
            return new SpotCheckJson(
                    spotCheck.id(),
                    spotCheck.why(),
                    spotCheck.state().code(),
                    spotCheck.kindName().in(language),
                    new PersonJson(spotCheck.user(), spotCheck.name()),
                    spotCheck.placeName().in(language),
                    spotCheck.customerName(),
                    MoneyJson.of(spotCheck.cost()),
                    spotCheck.judgedFor(),
                    spotCheck.bends(),
                    spotCheck.drawnAt(),
                    spotCheck.seenAt(),
                    spotCheck.looked().map(by -> new PersonJson(by.user(), by.name())).orElse(null),
                    spotCheck.looked().map(SpotCheck.By::at).orElse(null),
                    spotCheck.notes().stream()
                            .map(
                                    note ->
                                            new NoteJson(
                                                    new PersonJson(note.user(), note.name()),
                                                    note.at(),
                                                    note.text()))
                            .toList());
        }
    }

    @GET
    public Page<SpotCheckJson> list(
            @Context UriInfo uri, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        Query query = Query.of(uri);
        boolean mine = query.truth("mine");
        int limit = query.limit();
        SpotChecks.Place after = query.after(SpotChecks.Place::parse);
        query.complete();
        Actor actor = actors.actor();
        String language = Languages.wanted(languages, actor.language());
        List<SpotCheck> found =
                mine
                        ? spotChecks.mine(actor, after, limit + 1)
                        : spotChecks.ofOthers(actor, after, limit + 1);
        return Page.of(found, limit, spotCheck -> SpotChecks.Place.of(spotCheck).toString())
                .map(spotCheck -> SpotCheckJson.of(spotCheck, language));
    }

    @POST
    @Path("{id}/seen")
    public Response see(
            @PathParam("id") String id,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            Form form) {
        form.complete();
        return once(key, id, "seen", form, languages, actor -> seeing.acknowledge(actor, id(id)));
    }

    @POST
    @Path("{id}/endorse")
    public Response endorse(
            @PathParam("id") String id,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            Form form) {
        form.complete();
        return once(key, id, "endorse", form, languages, actor -> endorsing.endorse(actor, id(id)));
    }

    @POST
    @Path("{id}/talk")
    public Response talk(
            @PathParam("id") String id,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            Form form) {
        String text = form.required("text").text(TEXT_MOST);
        form.complete();
        return once(
                key, id, "talk", form, languages, actor -> talking.comment(actor, id(id), text));
    }

    @POST
    @Path("{id}/question")
    public Response question(
            @PathParam("id") String id,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            Form form) {
        String clause = form.optional("clause").code();
        String guardrail = form.optional("guardrail").code();
        String question = form.required("question").text(TEXT_MOST);
        form.complete();
        return once(
                key,
                id,
                "question",
                form,
                languages,
                actor -> questioning.ask(actor, id(id), clause, guardrail, question));
    }

    private Response once(
            String key,
            String id,
            String verb,
            Form form,
            String languages,
            Function<Actor, SpotCheck> work) {
        UUID once = IdempotencyKey.of(key);
        Actor actor = actors.actor();
        String language = Languages.wanted(languages, actor.language());
        return idempotency.once(
                once,
                String.join(" ", actor.user(), "looks", id, verb, form.canonical()),
                () -> SpotCheckJson.of(work.apply(actor), language));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    Refusal.NOT_FOUND, "There is nothing to look at as " + text + ".");
        }
    }
}
