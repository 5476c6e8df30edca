package app.leeway.customer;

import app.leeway.shared.Violation;
import java.util.List;

/**
 * How far an import of customers is.
 *
 * @param done rows written
 * @param total rows of the file; 0 while it is being read
 * @param result null unless DONE
 * @param problems every row that is wrong, when REFUSED
 */
public record ImportProgress(
        State state, int done, int total, ImportedCustomers result, List<Violation> problems) {

    /** The way of an import: READING, WRITING, and one of its three ends. */
    public enum State {
        READING,
        WRITING,
        /** It broke off, with nothing changed, and goes on by itself. */
        WAITING,
        DONE,
        /** The file is wrong; nothing was changed. */
        REFUSED,
        /** Something broke; nothing was changed, and the server's log says what. */
        FAILED;

        public boolean isOver() {
            return compareTo(DONE) >= 0;
        }
    }
}
