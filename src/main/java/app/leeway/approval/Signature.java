package app.leeway.approval;

import java.time.Instant;

/**
 * That somebody decided.
 *
 * @param byId key of whoever did
 * @param forId key of whom they stood in for, or null
 */
record Signature(long byId, Long forId, Instant at) {

    /** Whose authority it rests on. */
    long authorityOf() {
        return forId == null ? byId : forId;
    }

    /** Whether neither of the people behind the one is behind the other. */
    boolean isSomebodyElsesThan(Signature other) {
        return byId != other.byId
                && authorityOf() != other.authorityOf()
                && byId != other.authorityOf()
                && authorityOf() != other.byId;
    }
}
