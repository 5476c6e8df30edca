package app.leeway.customer;

import app.leeway.intake.FileReading;
import app.leeway.intake.KeptFile;
import app.leeway.intake.KeptFiles;
import app.leeway.shared.RefusedException;
import app.leeway.shared.jdbc.LongTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Takes in customer files, each in one transaction with the word that it is in: a file that breaks
 * off is not in at all, and is taken in from its beginning.
 */
@ApplicationScoped
class ReadingCustomerFiles implements FileReading {

    static final String KIND = "customers";

    @Inject KeptFiles kept;
    @Inject CustomerFiles files;
    @Inject ImportingCustomers importing;
    @Inject LongTransaction work;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void read(KeptFile file) {
        files.reached(file, 0, 0);
        try {
            work.inOne(
                    () -> {
                        importing.importFrom(
                                file.by(),
                                kept.bytes(file, 0),
                                (done, total) -> files.reached(file, done, total),
                                result -> files.done(file, result));
                    });
        } catch (RefusedException e) {
            files.refused(file, e.violations());
        }
    }

    @Override
    public void failed(KeptFile file, String problem, long line) {
        files.failed(file.id());
    }

    @Override
    public void tidyUp() {
        files.tidyUp();
    }
}
