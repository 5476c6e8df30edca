package app.leeway.loyalty.rest;

import app.leeway.http.AtMost;
import app.leeway.http.Form;
import app.leeway.http.Forms;
import app.leeway.loyalty.Received;
import app.leeway.loyalty.ReceivingOutcomes;
import app.leeway.loyalty.Reception;
import app.leeway.loyalty.wire.OutcomeMessage;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Violation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;

/** What customers did later, as machines bring it. */
@Path("outcomes")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class OutcomesResource {

    private static final int MESSAGES_MAX = 10_000;
    private static final long BYTES_MAX = 16L * 1024 * 1024;

    @Inject Bringing bringing;
    @Inject ReceivingOutcomes receiving;

    /**
     * What became of a batch.
     *
     * @param refused those that were not taken, by their place in the list
     */
    public record ReceptionJson(int added, int repeated, List<RefusedJson> refused) {

        static ReceptionJson of(Reception reception) {
            return new ReceptionJson(
                    reception.added(),
                    reception.repeated(),
                    reception.refused().stream().map(RefusedJson::of).toList());
        }
    }

    /** One that was not taken. */
    public record RefusedJson(long index, List<ViolationJson> violations) {

        static RefusedJson of(Reception.Refused refused) {
            return new RefusedJson(
                    refused.position(),
                    refused.problems().stream().map(ViolationJson::of).toList());
        }
    }

    /** What is wrong with one field. */
    public record ViolationJson(String field, String code, String message) {

        static ViolationJson of(Violation violation) {
            return new ViolationJson(violation.field(), violation.code(), violation.message());
        }
    }

    /** One, which is refused as a whole, or a list, of which each is taken or not. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, Forms.EVENT, Forms.EVENTS})
    @AtMost(BYTES_MAX)
    public ReceptionJson add(Forms forms) {
        Long by = bringing.by();
        if (forms.items().size() > MESSAGES_MAX) {
            throw RefusedException.invalid(
                    "", "too-long", "at most " + MESSAGES_MAX + " outcomes at a time");
        }
        List<Received> messages = new ArrayList<>();
        for (Form form : forms.items()) {
            messages.add(OutcomeMessage.read(messages.size(), form));
        }
        Reception reception = receiving.receiving(by, messages);
        if (!forms.isList() && !reception.refused().isEmpty()) {
            List<Violation> problems = reception.refused().get(0).problems();
            throw new RefusedException(Refusal.INVALID, problems.get(0).message(), problems);
        }
        return ReceptionJson.of(reception);
    }
}
