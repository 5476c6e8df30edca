package app.leeway.http;

/**
 * A request that is refused before any use case has seen it: unreadable, too large, without its
 * key. (What use cases refuse is a {@link app.leeway.shared.RefusedException}.)
 */
public final class BadRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /**
     * @param status of HTTP
     * @param code stable, for machines
     * @param detail in plain English
     */
    BadRequestException(int status, String code, String detail) {
        super(detail, null, false, false); // expected: no stack trace is taken
        this.status = status;
        this.code = code;
    }

    Problem problem() {
        return new Problem(status, code, getMessage());
    }
}
