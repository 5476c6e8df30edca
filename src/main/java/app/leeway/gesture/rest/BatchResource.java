package app.leeway.gesture.rest;

import app.leeway.gesture.Answer;
import app.leeway.gesture.LoggingGestures;
import app.leeway.http.Field;
import app.leeway.http.Form;
import app.leeway.http.IdempotencyKey;
import app.leeway.http.Languages;
import app.leeway.http.MaxBodySize;
import app.leeway.http.Problem;
import app.leeway.http.Problems;
import app.leeway.http.RequestId;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;

/**
 * What a tablet kept while it was offline. Each gesture is judged for itself and answered for
 * itself; one that cannot be read, or fails, keeps none of the others back.
 */
@Path("gestures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class BatchResource {

    private static final int ITEMS_MAX = 100;
    private static final long BYTES_MAX = 512 * 1024;

    @Inject Actors actors;
    @Inject LoggingGestures logging;
    @Inject LoggedAnswers answers;

    @Context HttpServletRequest http;

    /** What one gesture of the batch would have got alone: its answer, or its problem. */
    public record ItemJson(String id, int status, AnswerJson answer, JsonObject problem) {}

    /** In the order in which they came. */
    public record BatchJson(List<ItemJson> items) {}

    private record Item(String id, JsonObject gesture) {}

    @POST
    @Path("batch")
    @MaxBodySize(BYTES_MAX)
    public BatchJson log(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted, Form form) {
        List<Item> items = form.required("items").list(ITEMS_MAX, BatchResource::item);
        form.complete();
        Actor actor = actors.actor();
        String language = Languages.wanted(accepted, actor.language());
        List<ItemJson> answered = new ArrayList<>();
        items.forEach(item -> answered.add(logged(item, actor, language)));
        return new BatchJson(answered);
    }

    private static Item item(Field field) {
        Form form = field.form();
        if (form == null) {
            return null;
        }
        Item item = new Item(form.required("id").code(), form.required("gesture").object());
        form.refuseUnknown();
        return item;
    }

    private ItemJson logged(Item item, Actor actor, String language) {
        try {
            Answer answer =
                    logging.log(
                            IdempotencyKey.of(item.id()),
                            GestureForm.read(Form.of(item.gesture())),
                            actor);
            return LoggedAnswers.isRefused(answer)
                    ? refused(item, answers.problem(answer, language))
                    : new ItemJson(item.id(), 201, AnswerJson.of(answer, language), null);
        } catch (RuntimeException failure) {
            return refused(item, Problems.of(failure, RequestId.of(http)));
        }
    }

    private ItemJson refused(Item item, Problem problem) {
        return new ItemJson(item.id(), problem.status(), null, problem.json(RequestId.of(http)));
    }
}
