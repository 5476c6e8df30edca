package app.leeway.budget;

import app.leeway.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;

/** Closed and reopened months in the record. */
@ApplicationScoped
class MonthEntries implements AuditSubject {

    @Override
    public String prefix() {
        return "month";
    }
}
