package app.leeway.support;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The code that an authenticator on somebody's telephone shows at a moment (RFC 6238). */
public final class OneTimeCode {

    private static final int PERIOD_SECONDS = 30;

    private OneTimeCode() {}

    public static String of(String secret, Instant at) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA1");
            hmac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            long period = at.getEpochSecond() / PERIOD_SECONDS;
            byte[] seal = hmac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(period).array());
            int from = seal[seal.length - 1] & 0xf;
            int number = ByteBuffer.wrap(seal, from, Integer.BYTES).getInt() & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
