package app.leeway.shared;

/**
 * Why something asked of Leeway is not done. Each is one stable code; HTTP statuses stand in one
 * place, in {@code app.leeway.http}.
 */
public enum Refusal {
    /** The request itself cannot be read or breaks its own form; the violations say where. */
    INVALID,
    /** The verdict was STOP: nobody can grant it. */
    REFUSED,
    NOT_FOUND,
    /** The caller's roles do not include this. */
    NOT_ALLOWED,
    /** The place or person is outside the part of the organization where the caller acts. */
    OUTSIDE_YOUR_AREA,
    /** It is theirs to do, once they have signed in with a second factor. */
    STEP_UP_NEEDED,
    /** The person signed in is not among the company's people. */
    NOT_A_PERSON_HERE,
    /** The state of the thing does not allow it (any more). */
    WRONG_STATE,
    /** The idempotency key was used for another request. */
    KEY_REUSED,
    /** The first request with this key is still being worked on. */
    IN_FLIGHT,
    /** Somebody changed it in between. */
    CHANGED_MEANWHILE,
    /** The caller holds as many streams as one person or client may. */
    TOO_MANY_STREAMS,
    /** More than can be taken on now; nothing was done. */
    BUSY;

    /** {@code outside-your-area}: how it stands in JSON. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
