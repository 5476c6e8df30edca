package app.leeway.handover.rest;

import app.leeway.handover.HandoverNote;
import app.leeway.handover.HandoverNotes;
import app.leeway.handover.LeavingHandoverNotes;
import app.leeway.http.Form;
import app.leeway.http.Idempotency;
import app.leeway.http.IdempotencyKey;
import app.leeway.http.Page;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;

/** Notes of one shift for the next. */
@Path("handover-notes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class HandoverResource {

    @Inject Actors actors;
    @Inject HandoverNotes notes;
    @Inject LeavingHandoverNotes leaving;
    @Inject Idempotency idempotency;

    public record NoteJson(UUID id, String place, Instant at, String text) {

        static NoteJson of(HandoverNote note) {
            return new NoteJson(note.id(), note.place(), note.at(), note.text());
        }
    }

    @GET
    public Page<NoteJson> list() {
        return Page.whole(notes.ofMyPlace(actors.actor()).stream().map(NoteJson::of).toList());
    }

    @POST
    public Response leave(@HeaderParam(IdempotencyKey.HEADER) String key, Form form) {
        UUID id = IdempotencyKey.of(key);
        String text = form.required("text").text(2000);
        form.complete();
        Actor actor = actors.actor();
        return idempotency.once(
                id,
                String.join(" ", actor.user(), "handover-notes", form.canonical()),
                () -> NoteJson.of(leaving.leave(id, text, actor)));
    }
}
