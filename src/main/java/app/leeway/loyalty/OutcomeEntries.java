package app.leeway.loyalty;

import app.leeway.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;

/** Received outcomes in the record. */
@ApplicationScoped
class OutcomeEntries implements AuditSubject {

    @Override
    public String prefix() {
        return "outcomes";
    }
}
