package app.leeway.approval.rest;

import app.leeway.approval.AcceptingOffers;
import app.leeway.approval.AnsweringQuestions;
import app.leeway.approval.ApprovingExceptions;
import app.leeway.approval.AskingBack;
import app.leeway.approval.CounteringExceptions;
import app.leeway.approval.DecliningExceptions;
import app.leeway.approval.KeepingComments;
import app.leeway.approval.LookingAtApprovals;
import app.leeway.approval.ReassigningExceptions;
import app.leeway.approval.RemindingApprovers;
import app.leeway.approval.UndoingDecisions;
import app.leeway.approval.WithdrawingExceptions;
import app.leeway.http.EntityTags;
import app.leeway.http.Form;
import app.leeway.http.Idempotency;
import app.leeway.http.IdempotencyKey;
import app.leeway.http.Languages;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.Money;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
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
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What can be done about one exception: each verb once per key, and answered with what it became.
 */
@Path("approvals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class ActionsResource {

    static final int COMMENT_MAX = 2000;

    @Inject Actors actors;
    @Inject Idempotency idempotency;
    @Inject LookingAtApprovals looking;
    @Inject ApprovingExceptions approving;
    @Inject DecliningExceptions declining;
    @Inject WithdrawingExceptions withdrawing;
    @Inject CounteringExceptions countering;
    @Inject AcceptingOffers accepting;
    @Inject AskingBack asking;
    @Inject AnsweringQuestions answering;
    @Inject ReassigningExceptions reassigning;
    @Inject RemindingApprovers reminding;
    @Inject UndoingDecisions undoing;
    @Inject KeepingComments comments;

    @PathParam("id")
    UUID id;

    @HeaderParam(IdempotencyKey.HEADER)
    String key;

    @HeaderParam(HttpHeaders.IF_MATCH)
    String ifMatch;

    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    String acceptLanguage;

    @POST
    @Path("{id}/approve")
    public Response approve(Form form) {
        String comment = comment(form);
        form.complete();
        return once("approve", form, (v, actor) -> approving.approve(id, v, comment, actor));
    }

    @POST
    @Path("{id}/decline")
    public Response decline(Form form) {
        String reason =
                form.optional("reason")
                        .oneOf(
                                Stream.of(DecliningExceptions.Reason.values())
                                        .map(DecliningExceptions.Reason::code)
                                        .toArray(String[]::new));
        String comment = comment(form);
        form.complete();
        return once(
                "decline",
                form,
                (v, actor) -> declining.decline(id, v, reason(reason), comment, actor));
    }

    @POST
    @Path("{id}/withdraw")
    public Response withdraw(Form form) {
        String comment = comment(form);
        form.complete();
        return once("withdraw", form, (v, actor) -> withdrawing.withdraw(id, v, comment, actor));
    }

    @POST
    @Path("{id}/counter")
    public Response counter(Form form) {
        Money amount = form.optional("amount").money();
        String kind = form.optional("kind").code();
        String comment = comment(form);
        form.complete();
        return once(
                "counter",
                form,
                (v, actor) -> countering.counter(id, v, amount, kind, comment, actor));
    }

    @POST
    @Path("{id}/accept")
    public Response accept(Form form) {
        String comment = comment(form);
        form.complete();
        return once("accept", form, (v, actor) -> accepting.accept(id, v, comment, actor));
    }

    @POST
    @Path("{id}/ask")
    public Response ask(Form form) {
        String question = form.required("comment").text(COMMENT_MAX);
        form.complete();
        return once("ask", form, (v, actor) -> asking.ask(id, v, question, actor));
    }

    @POST
    @Path("{id}/answer")
    public Response answer(Form form) {
        String answer = form.required("comment").text(COMMENT_MAX);
        form.complete();
        return once("answer", form, (v, actor) -> answering.answer(id, v, answer, actor));
    }

    @POST
    @Path("{id}/reassign")
    public Response reassign(Form form) {
        String to = form.required("to").code();
        String comment = comment(form);
        form.complete();
        return once(
                "reassign", form, (v, actor) -> reassigning.reassign(id, v, to, comment, actor));
    }

    @POST
    @Path("{id}/remind")
    public Response remind(Form form) {
        String comment = comment(form);
        form.complete();
        return once("remind", form, (v, actor) -> reminding.remind(id, v, comment, actor));
    }

    @POST
    @Path("{id}/undo")
    public Response undo(Form form) {
        String comment = comment(form);
        form.complete();
        return once("undo", form, (v, actor) -> undoing.undo(id, v, comment, actor));
    }

    private static String comment(Form form) {
        return form.optional("comment").text(COMMENT_MAX);
    }

    private static DecliningExceptions.Reason reason(String code) {
        return code == null
                ? null
                : DecliningExceptions.Reason.valueOf(
                        code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Something that can be done about it. */
    private interface Doing {
        void by(Integer version, Actor actor);
    }

    private Response once(String verb, Form form, Doing doing) {
        UUID once = IdempotencyKey.of(key);
        Integer version = ifMatch == null ? null : (int) EntityTags.revision(ifMatch);
        Actor actor = actors.actor();
        String asked = String.join(" ", actor.user(), verb, id.toString(), form.canonical());
        try {
            return idempotency.once(
                    once,
                    asked,
                    () -> {
                        doing.by(version, actor);
                        return ApprovalDetailJson.of(
                                looking.get(id, actor),
                                Languages.wanted(acceptLanguage, actor.language()));
                    });
        } catch (RefusedException e) {
            keepComment(e, form, actor);
            throw e;
        }
    }

    /** Somebody was faster: what was written to the decision that came too late stays. */
    private void keepComment(RefusedException refused, Form form, Actor actor) {
        boolean tooLate =
                refused.refusal() == Refusal.WRONG_STATE
                        || refused.refusal() == Refusal.CHANGED_MEANWHILE;
        String comment = comment(form);
        if (tooLate && comment != null) {
            comments.keep(id, comment, actor);
        }
    }
}
