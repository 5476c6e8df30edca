package app.leeway.customer;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.List;

/**
 * Takes a customer file in: all of it or nothing. Customers are known by their code; those that the
 * file does not name stay as they are.
 */
@ApplicationScoped
public class ImportingCustomers {

    private static final int BATCH = 1000;

    @Inject Access access;
    @Inject CustomerTable table;

    /** Told how far an import is; called on the importing thread. */
    @FunctionalInterface
    public interface Progress {

        /** Somebody who does not look. */
        Progress UNSEEN = (done, total) -> {};

        /**
         * @param done rows written, not yet committed
         */
        void reached(int done, int total);
    }

    /**
     * @param csv UTF-8, with the columns of {@code CustomerFile}; not closed here
     * @throws app.leeway.shared.RefusedException NOT_ALLOWED for whoever is no steward; INVALID
     *     with every row that is wrong, the field of each violation its line: {@code line 7}
     */
    @Transactional
    public ImportedCustomers importing(Actor by, InputStream csv, Progress progress) {
        access.require(by, Role.STEWARD);
        return write(CustomerFile.read(csv), progress);
    }

    private ImportedCustomers write(List<CustomerLine> lines, Progress progress) {
        ImportedCustomers sum = new ImportedCustomers(0, 0, 0);
        progress.reached(0, lines.size());
        for (int from = 0; from < lines.size(); from += BATCH) {
            int until = Math.min(from + BATCH, lines.size());
            sum = sum.plus(table.write(lines.subList(from, until)));
            progress.reached(until, lines.size());
        }
        return sum;
    }
}
