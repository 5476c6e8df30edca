package app.leeway.spotcheck;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * Chance that is the same wherever it is asked: two servers pick the same gestures, and nobody
 * picks their own fate. Pure.
 *
 * <p>Design notice: the id alone would not do, because whoever logs a gesture makes its id and
 * could make one that is never picked; when it was received is for the server to say.
 */
final class Sample {

    private static final long HUNDREDTHS = 10_000;

    private Sample() {}

    /**
     * @param percent from 0, none, to 100, all
     */
    static boolean picks(UUID gesture, Instant receivedAt, int percent) {
        return drawn(gesture, receivedAt) < percent * HUNDREDTHS / 100;
    }

    private static long drawn(UUID gesture, Instant receivedAt) {
        String text = gesture + " " + receivedAt.getEpochSecond() + " " + receivedAt.getNano();
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), HUNDREDTHS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
