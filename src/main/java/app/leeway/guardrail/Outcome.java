package app.leeway.guardrail;

import java.util.Collection;

/** What a verdict comes to, mildest first. */
public enum Outcome {
    /** Go ahead. */
    GO,
    /** Go ahead; the manager is told. */
    GO_AND_TELL,
    /** Somebody who may grant it decides. */
    ASK,
    /** Nobody can grant it. */
    STOP;

    public Outcome orStricter(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public static Outcome strictest(Collection<Outcome> outcomes) {
        return outcomes.stream().reduce(GO, Outcome::orStricter);
    }
}
