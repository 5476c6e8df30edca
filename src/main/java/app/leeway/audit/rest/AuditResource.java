package app.leeway.audit.rest;

import app.leeway.audit.AuditChainVerifier;
import app.leeway.audit.SignedHead;
import app.leeway.audit.SignedHeads;
import app.leeway.audit.SigningTheHead;
import app.leeway.http.Field;
import app.leeway.http.Form;
import app.leeway.http.Page;
import app.leeway.http.Query;
import app.leeway.organization.Access;
import app.leeway.organization.Role;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;

/** Whether the record of all changes is unbroken, and its signed heads, to be kept outside. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AuditResource {

    @Inject Actors actors;
    @Inject Access access;
    @Inject AuditChainVerifier checking;
    @Inject SignedHeads heads;
    @Inject SigningTheHead signing;

    /**
     * A key that heads were signed with.
     *
     * @param standing {@code current}, {@code earlier} or {@code unknown}
     */
    public record KeyJson(String key, String publicKey, Instant firstUsedAt, String standing) {}

    @GET
    @Path("check")
    public CheckJson check(@Context UriInfo uri) {
        mayLook();
        Query query = Query.of(uri);
        Field number = query.optional("seq");
        Field entry = query.optional("hash");
        if (number.isAbsent() != entry.isAbsent()) {
            (number.isAbsent() ? number : entry).wrong("missing", "is needed beside the other");
        }
        Long seq = number.number();
        byte[] hash = HeadJson.hash(entry);
        query.complete();
        return CheckJson.of(seq == null ? checking.check() : checking.check(seq, hash));
    }

    /** The same, beside a head that the caller kept. */
    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_JSON)
    public CheckJson compare(Form form) {
        mayLook();
        return CheckJson.of(checking.check(HeadJson.read(form)));
    }

    @GET
    @Path("head")
    public HeadJson head() {
        mayLook();
        return heads.newest().map(this::json).orElseThrow(AuditResource::nothingSigned);
    }

    @GET
    @Path("heads")
    public Page<HeadJson> heads(@Context UriInfo uri) {
        mayLook();
        Query query = Query.of(uri);
        int limit = query.limit();
        Long before = query.after(Long::valueOf);
        query.complete();
        List<SignedHeads.Listed> found = heads.list(before, limit + 1);
        return Page.of(found, limit, listed -> Long.toString(listed.number()))
                .map(listed -> json(listed.head()));
    }

    /** Signs the end of the record as it is now. */
    @POST
    @Path("heads")
    @Consumes(MediaType.APPLICATION_JSON)
    public HeadJson sign(Form form) {
        mayLook();
        form.complete();
        return signing.sign().map(this::json).orElseThrow(AuditResource::nothingSigned);
    }

    @GET
    @Path("keys")
    public Page<KeyJson> keys() {
        mayLook();
        return Page.whole(
                heads.usedKeys().stream()
                        .map(
                                used ->
                                        new KeyJson(
                                                used.key().id(),
                                                used.key().pem(),
                                                used.firstUsedAt(),
                                                used.standing().code()))
                        .toList());
    }

    private HeadJson json(SignedHead head) {
        return HeadJson.of(head, heads.key(head.key()).orElseThrow());
    }

    private void mayLook() {
        access.require(actors.actor(), Role.AUDITOR, Role.STEWARD);
    }

    private static RefusedException nothingSigned() {
        return new RefusedException(Refusal.NOT_FOUND, "no head of the record has been signed yet");
    }
}
