package app.leeway.gesture.rest;

import app.leeway.gesture.Gestures;
import app.leeway.gesture.ReleasingGestures;
import app.leeway.gesture.ReversingGestures;
import app.leeway.gesture.SettlingGestures;
import app.leeway.http.Form;
import app.leeway.http.Idempotency;
import app.leeway.http.IdempotencyKey;
import app.leeway.http.Languages;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.Money;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** How a gesture comes out of being held, or of being settled. */
@Path("gestures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class EndingsResource {

    private static final int REASON_MAX = 500;

    @Inject Actors actors;
    @Inject Access access;
    @Inject Idempotency idempotency;
    @Inject SettlingGestures settling;
    @Inject ReleasingGestures releasing;
    @Inject ReversingGestures reversing;
    @Inject Gestures gestures;

    @PathParam("id")
    UUID id;

    @HeaderParam(IdempotencyKey.HEADER)
    String key;

    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    String acceptLanguage;

    @POST
    @Path("{id}/settlement")
    public Response settle(Form form) {
        Money cost = form.optional("cost").money();
        form.complete();
        return once("settlement", form, actor -> settling.settle(id, cost, actor));
    }

    @POST
    @Path("{id}/release")
    public Response release(Form form) {
        String reason = reason(form);
        return once("release", form, actor -> releasing.release(id, reason, actor));
    }

    @POST
    @Path("{id}/reversal")
    public Response reverse(Form form) {
        String reason = reason(form);
        return once("reversal", form, actor -> reversing.reverse(id, reason, actor));
    }

    private static String reason(Form form) {
        String reason = form.optional("reason").text(REASON_MAX);
        form.complete();
        return reason;
    }

    /** A way for a gesture to go on. */
    private interface Ending {
        void by(Actor actor);
    }

    private Response once(String what, Form form, Ending ending) {
        UUID once = IdempotencyKey.of(key);
        Actor actor = actors.actor();
        String asked = String.join(" ", actor.user(), what, id.toString(), form.canonical());
        return idempotency.once(
                once,
                asked,
                () -> {
                    ending.by(actor);
                    return GestureDetailJson.of(
                            gestures.get(id, access.reach(actor)),
                            Languages.wanted(acceptLanguage, actor.language()));
                });
    }
}
