package app.leeway.webhook;

import app.leeway.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;

/** Webhooks in the record. */
@ApplicationScoped
class WebhookEntries implements AuditSubject {

    @Override
    public String prefix() {
        return "webhook";
    }
}
