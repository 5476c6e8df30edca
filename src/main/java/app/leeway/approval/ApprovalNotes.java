package app.leeway.approval;

import app.leeway.audit.AuditNote;
import app.leeway.shared.JsonParts;
import jakarta.json.JsonObjectBuilder;

/** What the record says of exceptions: codes, ids and figures, never names or what people wrote. */
final class ApprovalNotes {

    private ApprovalNotes() {}

    /**
     * @param what the last part of the entry's name: {@code approved}
     */
    static AuditNote note(Approval approval, ApprovalEvent happening, String what) {
        JsonObjectBuilder after = JsonParts.object().add("state", approval.state().code());
        if (happening.amountMinor() != null) {
            after.add("amount", happening.amountMinor());
        }
        if (happening.forId() != null) {
            after.add("for", happening.forId());
        }
        if (approval.decided() != null && approval.reasonCode() != null) {
            after.add("reason", approval.reasonCode());
        }
        return new AuditNote(
                happening.personId(),
                "approval." + what,
                approval.id().toString(),
                null,
                after.build().toString(),
                approval.about().place());
    }
}
