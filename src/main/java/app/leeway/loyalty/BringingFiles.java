package app.leeway.loyalty;

import app.leeway.intake.KeepingFiles;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.UUID;

/** A steward brings a file of outcomes, of millions of lines if need be. */
@ApplicationScoped
public class BringingFiles {

    @Inject Access access;
    @Inject OutcomeFiles files;
    @Inject KeepingFiles keeping;

    /**
     * Keeps the file; it is read in the background, by {@link ReadingOutcomeFiles}.
     *
     * @param name of the file, for whoever looks at the list
     * @return by which {@link OutcomeFiles#file} answers
     * @throws app.leeway.shared.RefusedException NOT_ALLOWED for whoever is no steward; BUSY while
     *     too much waits
     * @throws java.io.UncheckedIOException when the upload breaks off; nothing is kept of it
     */
    public UUID upload(Actor by, String name, InputStream csv) {
        access.require(by, Role.STEWARD);
        return keeping.keep(
                ReadingOutcomeFiles.KIND,
                by.personId(),
                csv,
                (id, bytes) -> files.begin(id, name, by.personId(), bytes));
    }
}
