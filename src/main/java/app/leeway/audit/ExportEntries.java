package app.leeway.audit;

import jakarta.enterprise.context.ApplicationScoped;

/** Exports in the record. */
@ApplicationScoped
class ExportEntries implements AuditSubject {

    @Override
    public String prefix() {
        return "export";
    }
}
