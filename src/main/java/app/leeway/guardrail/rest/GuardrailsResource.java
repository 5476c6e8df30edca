package app.leeway.guardrail.rest;

import app.leeway.company.RevisingSection;
import app.leeway.guardrail.Guardrail;
import app.leeway.guardrail.Rules;
import app.leeway.guardrail.file.GuardrailsSection;
import app.leeway.http.EntityTags;
import app.leeway.http.Form;
import app.leeway.http.Idempotency;
import app.leeway.http.IdempotencyKey;
import app.leeway.organization.Actor;
import app.leeway.organization.CompanyRevision;
import app.leeway.organization.Organizations;
import app.leeway.organization.identity.Actors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/**
 * Every revision of every guardrail; everybody in the company may know them, stewards revise them.
 */
@Path("guardrails")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class GuardrailsResource {

    @Inject Actors actors;
    @Inject Rules rules;
    @Inject Organizations organizations;
    @Inject CompanyRevision revision;
    @Inject RevisingSection revising;
    @Inject Idempotency idempotency;

    /** All of them, in the company file's order. */
    public record GuardrailsJson(List<GuardrailJson> items) {}

    @GET
    public Response list() {
        actors.actor();
        long now = revision.current();
        return Response.ok(json(now)).header(HttpHeaders.ETAG, EntityTags.of(now)).build();
    }

    @PUT
    public Response replace(
            @HeaderParam(IdempotencyKey.HEADER) String key,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Form form) {
        UUID once = IdempotencyKey.of(key);
        long since = EntityTags.revision(ifMatch);
        Actor actor = actors.actor();
        String currency = organizations.current().company().currency();
        List<Guardrail> guardrails = new GuardrailForm(currency).read(form);
        String asked = String.join(" ", actor.user(), "guardrails", ifMatch, form.canonical());
        return idempotency.once(once, asked, () -> json(revised(guardrails, since, actor)));
    }

    private long revised(List<Guardrail> guardrails, long since, Actor actor) {
        return revising.revise(GuardrailsSection.KEY, since, guardrails, actor).revision();
    }

    private GuardrailsJson json(long revision) {
        String currency = organizations.asOf(revision).company().currency();
        return new GuardrailsJson(
                rules.asOf(revision).revisions().stream()
                        .map(guardrail -> GuardrailJson.of(guardrail, currency))
                        .toList());
    }
}
