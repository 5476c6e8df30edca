package app.leeway.handover;

import app.leeway.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;

/** Handover notes in the record. */
@ApplicationScoped
class HandoverEntries implements AuditSubject {

    @Override
    public String prefix() {
        return "handover";
    }
}
