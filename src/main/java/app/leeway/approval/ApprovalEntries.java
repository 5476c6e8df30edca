package app.leeway.approval;

import app.leeway.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;

/** Exceptions in the record, published as events. */
@ApplicationScoped
class ApprovalEntries implements AuditSubject {

    @Override
    public String prefix() {
        return "approval";
    }

    @Override
    public boolean isPublished() {
        return true;
    }
}
