package app.leeway.loyalty;

import app.leeway.shared.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What became of a batch; together its messages.
 *
 * @param added those that are new
 * @param repeated those that had come before, word for word
 * @param refused those that were not taken, and why
 */
public record IngestResult(int added, int repeated, List<Refused> refused) {

    /** A message that was not taken. */
    public record Refused(long position, List<Violation> problems) {}

    public IngestResult {
        refused = List.copyOf(refused);
    }

    IngestResult plus(List<Refused> more) {
        List<Refused> all = new ArrayList<>(refused);
        all.addAll(more);
        all.sort(Comparator.comparingLong(Refused::position));
        return new IngestResult(added, repeated, all);
    }
}
