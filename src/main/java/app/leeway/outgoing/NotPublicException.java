package app.leeway.outgoing;

import java.io.IOException;

/** An address that nothing is sent to and nothing is fetched from. */
public final class NotPublicException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String code;

    NotPublicException(String code, String message) {
        super(message);
        this.code = code;
    }

    /**
     * Stable: {@code not-an-address}, {@code not-https}, {@code unknown-host}, {@code
     * private-address}.
     */
    public String code() {
        return code;
    }
}
