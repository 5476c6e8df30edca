package app.leeway.absence;

import app.leeway.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;

/** Absences in the record. */
@ApplicationScoped
class AbsenceEntries implements AuditSubject {

    @Override
    public String prefix() {
        return "absence";
    }
}
