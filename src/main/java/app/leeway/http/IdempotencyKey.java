package app.leeway.http;

import java.util.UUID;
import java.util.regex.Pattern;

/** The name that a caller gives to a request, so that sending it again does not do it again. */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";

    /** On the answer to a request that had been answered before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern UUID_4_OR_7 =
            Pattern.compile(
                    "(?i)[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private IdempotencyKey() {}

    /**
     * @param header the header's value, null where there was none
     * @throws BadRequestException 400 missing-key or malformed-key
     */
    public static UUID of(String header) {
        if (header == null || header.isBlank()) {
            throw new BadRequestException(
                    400, "missing-key", "the header " + HEADER + " is needed");
        }
        if (!isWellFormed(header.trim())) {
            throw new BadRequestException(
                    400, "malformed-key", HEADER + " must be a UUID of version 7 (or 4)");
        }
        return UUID.fromString(header.trim());
    }

    /** Whether it is a UUID of version 4 or 7. */
    public static boolean isWellFormed(String key) {
        return UUID_4_OR_7.matcher(key).matches();
    }
}
