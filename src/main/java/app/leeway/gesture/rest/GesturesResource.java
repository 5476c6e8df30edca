package app.leeway.gesture.rest;

import app.leeway.gesture.Answer;
import app.leeway.gesture.CustomerReads;
import app.leeway.gesture.GestureDetail;
import app.leeway.gesture.GestureRequest;
import app.leeway.gesture.Gestures;
import app.leeway.gesture.LoggingGestures;
import app.leeway.gesture.PreviewingGestures;
import app.leeway.http.Form;
import app.leeway.http.IdempotencyKey;
import app.leeway.http.Languages;
import app.leeway.http.Page;
import app.leeway.http.Query;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
import java.util.UUID;

/** Gestures, logged and looked at. */
@Path("gestures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class GesturesResource {

    @Inject Actors actors;
    @Inject Access access;
    @Inject LoggingGestures logging;
    @Inject PreviewingGestures previewing;
    @Inject Gestures gestures;
    @Inject CustomerReads reads;
    @Inject LoggedAnswers answers;

    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    String acceptLanguage;

    @POST
    public Response log(
            @HeaderParam(IdempotencyKey.HEADER) String key,
            @Context HttpServletRequest http,
            Form form) {
        UUID id = IdempotencyKey.of(key);
        GestureRequest request = GestureForm.read(form);
        Actor actor = actors.actor();
        Answer answer = logging.log(id, request, actor);
        return answers.response(answer, language(actor), http);
    }

    @POST
    @Path("preview")
    public PreviewJson preview(Form form) {
        GestureRequest request = GestureForm.read(form);
        Actor actor = actors.actor();
        return PreviewJson.of(previewing.preview(request, actor), language(actor));
    }

    @GET
    public Page<GestureJson> list(@Context UriInfo uri) {
        GestureList wanted = GestureList.read(Query.of(uri));
        Actor actor = actors.actor();
        reads.of(actor, wanted.filter());
        return wanted.page(
                gestures.list(
                        wanted.filter(), access.reach(actor), wanted.after(), wanted.limit() + 1));
    }

    @GET
    @Path("{id}")
    public GestureDetailJson get(@PathParam("id") UUID id) {
        Actor actor = actors.actor();
        GestureDetail detail = gestures.get(id, access.reach(actor));
        reads.of(actor, detail);
        return GestureDetailJson.of(detail, language(actor));
    }

    private String language(Actor actor) {
        return Languages.wanted(acceptLanguage, actor.language());
    }
}
