package app.leeway.approval;

import app.leeway.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;

/** Declared relations to customers in the record. */
@ApplicationScoped
class RelationEntries implements AuditSubject {

    @Override
    public String prefix() {
        return "relation";
    }
}
