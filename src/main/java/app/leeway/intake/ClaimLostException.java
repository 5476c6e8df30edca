package app.leeway.intake;

import java.util.UUID;

/** Another server reads this file by now: what was about to be written must not be. */
public final class ClaimLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClaimLostException(UUID file) {
        super("somebody else reads the file " + file, null, false, false);
    }
}
