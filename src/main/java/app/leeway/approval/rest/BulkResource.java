package app.leeway.approval.rest;

import app.leeway.approval.ApprovingMany;
import app.leeway.http.Field;
import app.leeway.http.Form;
import app.leeway.http.Idempotency;
import app.leeway.http.IdempotencyKey;
import app.leeway.http.MoneyJson;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.Money;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** One yes to many exceptions. */
@Path("approvals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class BulkResource {

    private static final int MOST = 50;

    @Inject Actors actors;
    @Inject Idempotency idempotency;
    @Inject ApprovingMany approving;

    @HeaderParam(IdempotencyKey.HEADER)
    String key;

    /** What was approved together. */
    public record ApprovedJson(List<UUID> approved, MoneyJson sum) {}

    @POST
    @Path("bulk-approve")
    public Response approve(Form form) {
        List<UUID> ids = form.required("ids").list(MOST, BulkResource::id);
        Money sum = form.required("sum").money();
        String comment = form.optional("comment").text(ActionsResource.COMMENT_MAX);
        form.complete();
        UUID once = IdempotencyKey.of(key);
        Actor actor = actors.actor();
        return idempotency.once(
                once,
                String.join(" ", actor.user(), "bulk-approve", form.canonical()),
                () -> {
                    approving.approve(ids, sum, comment, actor);
                    return new ApprovedJson(ids.stream().distinct().toList(), MoneyJson.of(sum));
                });
    }

    private static UUID id(Field field) {
        String text = field.code();
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return field.wrong("wrong-type", "must be the id of an exception");
        }
    }
}
