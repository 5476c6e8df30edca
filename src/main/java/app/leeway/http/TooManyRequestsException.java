package app.leeway.http;

import java.time.Duration;

/** Somebody asks too often; what they asked for was not done. */
public final class TooManyRequestsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration after;

    /**
     * @param detail in plain English
     * @param after when it is worth coming again, in whole seconds
     */
    public TooManyRequestsException(String detail, Duration after) {
        super(detail, null, false, false); // expected: no stack trace is taken
        this.after = after;
    }

    public Duration after() {
        return after;
    }

    public Problem problem() {
        return new Problem(429, "too-many-requests", getMessage());
    }
}
