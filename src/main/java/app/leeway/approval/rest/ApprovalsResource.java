package app.leeway.approval.rest;

import app.leeway.approval.ApprovalDetail;
import app.leeway.approval.LookingAtApprovals;
import app.leeway.http.EntityTags;
import app.leeway.http.Languages;
import app.leeway.http.Page;
import app.leeway.http.Query;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** Exceptions, looked at. */
@Path("approvals")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ApprovalsResource {

    @Inject Actors actors;
    @Inject LookingAtApprovals looking;

    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    String acceptLanguage;

    @GET
    public Page<ApprovalJson> list(@Context UriInfo uri) {
        ApprovalList wanted = ApprovalList.read(Query.of(uri));
        return wanted.page(
                looking.list(wanted.filter(), actors.actor(), wanted.after(), wanted.limit() + 1));
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") UUID id) {
        Actor actor = actors.actor();
        ApprovalDetail detail = looking.get(id, actor);
        return Response.ok(
                        ApprovalDetailJson.of(
                                detail, Languages.wanted(acceptLanguage, actor.language())))
                .header(HttpHeaders.ETAG, EntityTags.of(detail.card().version()))
                .build();
    }
}
