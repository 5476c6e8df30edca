package app.leeway.shared;

import java.util.function.Consumer;

/** Says that a server's clock is wrong: once when it becomes so or unbearable, and once after. */
final class ClockWarning {

    private enum State {
        RIGHT,
        WRONG,
        UNBEARABLE
    }

    private final Consumer<String> warnings;
    private final Consumer<String> relief;
    private State last = State.RIGHT;

    ClockWarning(Consumer<String> warnings, Consumer<String> relief) {
        this.warnings = warnings;
        this.relief = relief;
    }

    synchronized void found(ClockDifference difference) {
        State state = state(difference);
        if (state == last) {
            return;
        }
        last = state;
        switch (state) {
            case RIGHT -> relief.accept("The clock of this server is right again: " + difference);
            case WRONG ->
                    warnings.accept(
                            "The clock of this server is wrong: %s. Due times go by the database."
                                    .formatted(difference));
            case UNBEARABLE ->
                    warnings.accept(
                            "The clock of this server is wrong: %s. It takes no work until that is"
                                            .formatted(difference)
                                    + " mended.");
        }
    }

    private static State state(ClockDifference difference) {
        if (!difference.isBearable()) {
            return State.UNBEARABLE;
        }
        return difference.isTold() ? State.WRONG : State.RIGHT;
    }
}
