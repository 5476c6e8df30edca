package app.leeway.gesture;

import app.leeway.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;

/** Gestures in the record, published as events. */
@ApplicationScoped
class GestureEntries implements AuditSubject {

    static final String PREFIX = "gesture";

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public boolean isPublished() {
        return true;
    }
}
