package app.leeway.webhook.rest;

import app.leeway.http.Field;
import app.leeway.http.Form;
import app.leeway.http.Page;
import app.leeway.http.Query;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.webhook.KeepingWebhooks;
import app.leeway.webhook.Webhook;
import app.leeway.webhook.WebhookDelivery;
import app.leeway.webhook.WebhookTrial;
import app.leeway.webhook.Webhooks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who is called when something happens to gestures and approvals. */
@Path("webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class WebhooksResource {

    private static final int EVENTS_MOST = 40;

    @Inject Actors actors;
    @Inject Webhooks webhooks;
    @Inject KeepingWebhooks keeping;
    @Inject WebhookTrial trying;

    /** A receiver as it is added: the one time that its secret is shown. */
    public record AddedJson(
            UUID id, String url, List<String> events, String state, Instant madeAt, String secret) {

        static AddedJson of(KeepingWebhooks.Added added) {
            Webhook hook = added.webhook();
            return new AddedJson(
                    hook.id(),
                    hook.url(),
                    hook.events(),
                    hook.state(),
                    hook.madeAt(),
                    added.secret());
        }
    }

    /** One event for one receiver. */
    @JsonbNillable
    public record DeliveryJson(
            UUID id,
            String event,
            Long seq,
            String state,
            Instant madeAt,
            int attempts,
            Instant nextAt,
            Instant endedAt,
            Integer status,
            String problem) {

        static DeliveryJson of(WebhookDelivery one) {
            return new DeliveryJson(
                    one.id(),
                    one.event(),
                    one.seq(),
                    one.state(),
                    one.madeAt(),
                    one.attempts(),
                    one.nextAt(),
                    one.endedAt(),
                    one.status(),
                    one.problem());
        }
    }

    @GET
    public Page<Webhook> list() {
        return Page.whole(webhooks.all(actors.actor()));
    }

    @POST
    public Response add(Form form) {
        String url = form.required("url").text(2000);
        List<String> events = form.required("events").list(EVENTS_MOST, Field::code);
        form.complete();
        AddedJson added = AddedJson.of(keeping.add(actors.actor(), url, events));
        return Response.created(URI.create("/api/v1/webhooks/" + added.id())).entity(added).build();
    }

    @GET
    @Path("{id}")
    public Webhook get(@PathParam("id") String id) {
        return webhooks.get(actors.actor(), key("webhook", id));
    }

    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") String id) {
        keeping.remove(actors.actor(), key("webhook", id));
    }

    @POST
    @Path("{id}/test")
    public Response test(@PathParam("id") String id) {
        WebhookDelivery made = trying.test(actors.actor(), key("webhook", id));
        return Response.accepted(DeliveryJson.of(made)).build();
    }

    @GET
    @Path("{id}/deliveries")
    public Page<DeliveryJson> deliveries(@PathParam("id") String id, @Context UriInfo uri) {
        Query query = Query.of(uri);
        String state = query.optional("state").oneOf("waiting", "delivered", "dead");
        int limit = query.limit();
        Long before = query.after(Long::valueOf);
        query.complete();
        return Page.of(
                        webhooks.deliveries(
                                actors.actor(), key("webhook", id), state, before, limit + 1),
                        limit,
                        one -> String.valueOf(one.number()))
                .map(DeliveryJson::of);
    }

    @POST
    @Path("{id}/deliveries/{delivery}/again")
    public Response again(@PathParam("id") String id, @PathParam("delivery") String delivery) {
        WebhookDelivery woken =
                trying.again(actors.actor(), key("webhook", id), key("delivery", delivery));
        return Response.accepted(DeliveryJson.of(woken)).build();
    }

    private static UUID key(String what, String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no " + what + " " + id + ".");
        }
    }
}
