package app.leeway.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.InputStream;
import java.util.List;

/**
 * Takes a customer file in, in the caller's transaction. Customers are known by their code; those
 * that the file does not name stay as they are.
 */
@ApplicationScoped
public class TakingInCustomers {

    private static final int BATCH = 1000;

    /** Told how far an import is; called on the importing thread. */
    @FunctionalInterface
    public interface Progress {

        /** For whoever does not look. */
        Progress UNSEEN = (done, total) -> {};

        /**
         * @param done rows written, not yet committed
         */
        void reached(int done, int total);
    }

    @Inject CustomerTable table;

    /**
     * @param csv UTF-8; its first line names the columns; not closed here
     * @throws app.leeway.shared.RefusedException INVALID with every row that is wrong, the field of
     *     each violation its line: {@code line 7}
     */
    @Transactional(TxType.MANDATORY)
    public ImportedCustomers takingIn(InputStream csv, Progress progress) {
        List<CustomerLine> lines = CustomerFile.read(csv);
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
