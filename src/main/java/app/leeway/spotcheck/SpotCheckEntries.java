package app.leeway.spotcheck;

import app.leeway.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at gestures in the record. */
@ApplicationScoped
class SpotCheckEntries implements AuditSubject {

    @Override
    public String prefix() {
        return "look";
    }
}
