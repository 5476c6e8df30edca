package app.leeway.loyalty.rest;

import app.leeway.http.Form;
import app.leeway.http.Idempotency;
import app.leeway.http.IdempotencyKey;
import app.leeway.loyalty.RecordingUntreatedEpisodes;
import app.leeway.loyalty.UntreatedEpisode;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;

/** Something happened, and nothing was given. */
@Path("episodes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class EpisodesResource {

    @Inject Actors actors;
    @Inject RecordingUntreatedEpisodes noting;
    @Inject Idempotency idempotency;

    @POST
    public Response note(@HeaderParam(IdempotencyKey.HEADER) String key, Form form) {
        UUID id = IdempotencyKey.of(key);
        String incident = form.required("incident").code();
        String customer = form.optional("customer").code();
        String site = form.optional("site").code();
        Instant occurredAt = form.optional("occurredAt").instant();
        form.complete();
        Actor actor = actors.actor();
        UntreatedEpisode happening = new UntreatedEpisode(incident, customer, site, occurredAt);
        return idempotency.once(
                id,
                String.join(" ", "" + actor.personId(), "episode", form.canonical()),
                () -> noting.note(id, happening, actor));
    }
}
