package app.leeway.audit;

import jakarta.enterprise.context.ApplicationScoped;

/** Noted reads of customers in the record. */
@ApplicationScoped
class CustomerReadEntries implements AuditSubject {

    @Override
    public String prefix() {
        return "customer";
    }
}
