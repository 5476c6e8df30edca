package app.leeway.customer;

import app.leeway.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;

/** Imports of customers in the record. */
@ApplicationScoped
class CustomerFileEntries implements AuditSubject {

    @Override
    public String prefix() {
        return "customers";
    }
}
