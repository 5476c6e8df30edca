package app.leeway.loyalty;

import app.leeway.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;

/** Episodes without a gesture in the record. */
@ApplicationScoped
class EpisodeEntries implements AuditSubject {

    @Override
    public String prefix() {
        return "episode";
    }
}
