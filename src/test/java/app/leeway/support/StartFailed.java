package app.leeway.support;

/** A part did not start; the message says which, why, and where to look. */
final class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailed(String message) {
        super(message);
    }

    StartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
