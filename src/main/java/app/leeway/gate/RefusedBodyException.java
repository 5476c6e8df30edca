package app.leeway.gate;

/** A body that is not taken; unchecked, because nobody who asks for a parameter expects it. */
final class RefusedBodyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * @param status of HTTP
     */
    RefusedBodyException(int status) {
        super("the body was refused with " + status, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
