package app.leeway.company;

import app.leeway.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;

/** Imports of the company file in the record. */
@ApplicationScoped
class CompanyEntries implements AuditSubject {

    @Override
    public String prefix() {
        return "company";
    }
}
