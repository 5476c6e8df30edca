package app.leeway.customer;

import app.leeway.audit.AuditNote;
import app.leeway.audit.AuditTrail;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.shared.JsonParts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/** A steward brings a customer file: all of it is taken in, or nothing. */
@ApplicationScoped
public class ImportingCustomers {

    @Inject Access access;
    @Inject TakingInCustomers takingIn;
    @Inject AuditTrail audit;

    /**
     * @throws app.leeway.shared.RefusedException NOT_ALLOWED for whoever is no steward; INVALID
     *     with every row that is wrong, the field of each violation its line: {@code line 7}
     */
    @Transactional
    public ImportedCustomers importFrom(
            Actor by, InputStream csv, TakingInCustomers.Progress progress) {
        access.require(by, Role.STEWARD);
        return importFrom(by.personId(), csv, progress, imported -> {});
    }

    /**
     * The same of a steward who was let in when they brought the file.
     *
     * @param beside what else is written of it, in the same transaction
     */
    @Transactional
    ImportedCustomers importFrom(
            long by,
            InputStream csv,
            TakingInCustomers.Progress progress,
            Consumer<ImportedCustomers> beside) {
        ImportedCustomers imported = takingIn.takingIn(csv, progress);
        beside.accept(imported);
        String figures =
                JsonParts.object()
                        .add("added", imported.added())
                        .add("changed", imported.changed())
                        .add("unchanged", imported.unchanged())
                        .build()
                        .toString();
        audit.append(List.of(new AuditNote(by, "customers.imported", "customers", null, figures)));
        return imported;
    }
}
