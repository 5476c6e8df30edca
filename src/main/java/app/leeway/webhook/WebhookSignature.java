package app.leeway.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** By which a receiver knows that a call is ours and whole, as Standard Webhooks has it. */
final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /**
     * @param id of the message, the same at every attempt
     * @param seconds since 1970, of this attempt
     */
    static String of(byte[] secret, String id, long seconds, String body) {
        String signed = id + "." + seconds + "." + body;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            byte[] sum = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** The secret as receivers are given it. */
    static String said(byte[] secret) {
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }
}
