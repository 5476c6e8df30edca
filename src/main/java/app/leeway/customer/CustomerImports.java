package app.leeway.customer;

import app.leeway.intake.KeepingFiles;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/** Imports of customers that go on while somebody looks, or leaves the page. */
@ApplicationScoped
public class CustomerImports {

    @Inject Access access;
    @Inject KeepingFiles keeping;
    @Inject CustomerFiles files;

    /**
     * Keeps the file; it is read in the background, by {@link ReadingCustomerFiles}.
     *
     * @return by which {@link #progress} answers
     * @throws RefusedException NOT_ALLOWED for whoever is no steward; BUSY while too much waits
     * @throws java.io.UncheckedIOException when the upload breaks off; nothing is kept of it
     */
    public UUID begin(Actor by, InputStream csv) {
        access.require(by, Role.STEWARD);
        return keeping.keep(
                ReadingCustomerFiles.KIND,
                by.personId(),
                csv,
                (id, bytes) -> files.begin(id, by.personId()));
    }

    /** Empty for an import that is not known (any more). */
    public Optional<ImportProgress> progress(UUID id) {
        return files.progress(id);
    }
}
