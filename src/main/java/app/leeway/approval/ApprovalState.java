package app.leeway.approval;

import java.util.Locale;

/** Where an exception is in its life. The first three are open; each of the others is an end. */
public enum ApprovalState {
    /** Somebody who may must say something. */
    WAITING,
    /** The requester was asked something; the clock stands. */
    QUESTIONED,
    /** The requester was offered something else; the clock stands. */
    COUNTERED,
    APPROVED,
    DECLINED,
    /** The requester no longer asks for it, or its gesture was released. */
    WITHDRAWN,
    /** Nobody decided before the hold ended. */
    EXPIRED,
    /**
     * Nobody answered in the customer's minutes: the part within the requester's leeway is given.
     */
    FALLEN_BACK;

    public boolean isOpen() {
        return compareTo(COUNTERED) <= 0;
    }

    /** {@code fallen-back}: how it stands in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @throws IllegalArgumentException when there is no such state
     */
    public static ApprovalState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
