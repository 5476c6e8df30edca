package app.leeway.loyalty;

import app.leeway.shared.Violation;
import java.util.List;

/**
 * One message among many: what it says, or what is wrong with it.
 *
 * @param position in the batch, from 0, or the line of a file
 * @param outcome null when something is wrong
 */
public record Received(long position, Outcome outcome, List<Violation> problems) {

    public static Received of(long position, Outcome outcome) {
        List<Violation> problems = outcome.problems();
        return problems.isEmpty()
                ? new Received(position, outcome, problems)
                : refused(position, problems);
    }

    public static Received refused(long position, List<Violation> problems) {
        return new Received(position, null, List.copyOf(problems));
    }
}
