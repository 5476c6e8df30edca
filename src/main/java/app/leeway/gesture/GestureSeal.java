package app.leeway.gesture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a gesture says, as its entry of the record holds it: two digests, so that nobody changes the
 * gesture beside the record.
 *
 * <p>The customer, the visit and what was typed are sealed with a salt that is kept beside the
 * gesture. Once salt and texts are erased nothing tells what was sealed, not even by guessing, and
 * both the chain and the rest of the gesture still verify.
 *
 * @param content of what is about nobody: kind, place, cost, times
 * @param personal of customer, visit and text
 */
record GestureSeal(String content, String personal) {

    static final int SALT_LENGTH = 16;

    /** Columns that never change once the gesture is written; their order is that of the seal. */
    static final List<String> CONTENT =
            List.of(
                    "id",
                    "kind",
                    "category",
                    "outreach",
                    "roles",
                    "place",
                    "site",
                    "person_id",
                    "touchpoint",
                    "moment",
                    "incident",
                    "damage_minor",
                    "minutes",
                    "distance_metres",
                    "first_cost_minor",
                    "done",
                    "judged_for",
                    "received_at",
                    "first_state",
                    "late");

    static final List<String> PERSONAL =
            List.of("customer_id", "tier", "price_level", "visit", "occasion", "late_reason");

    private static final SecureRandom RANDOM = new SecureRandom();

    /** One that has never been used. */
    static byte[] newSalt() {
        byte[] salt = new byte[SALT_LENGTH];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /**
     * @param columns values by the names of the gesture's columns
     * @param bends codes of the clauses that it bends
     */
    static GestureSeal of(Map<String, Object> columns, Collection<String> bends, byte[] salt) {
        MessageDigest content = begun("content");
        CONTENT.forEach(name -> add(content, columns.get(name)));
        new TreeSet<>(bends).forEach(clause -> add(content, clause));
        MessageDigest personal = begun("personal");
        personal.update(salt);
        PERSONAL.forEach(name -> add(personal, columns.get(name)));
        return new GestureSeal(ended(content), ended(personal));
    }

    /** What somebody gave as their reason for an ending, sealed with the gesture's salt. */
    static String ofReason(String reason, byte[] salt) {
        MessageDigest digest = begun("reason");
        digest.update(salt);
        add(digest, reason);
        return ended(digest);
    }

    private static MessageDigest begun(String part) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, "leeway-gesture 1 " + part);
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Each with its length in front, so that nothing moves from one field to the next unseen. */
    private static void add(MessageDigest digest, Object value) {
        byte[] bytes = value == null ? new byte[0] : text(value).getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(value == null ? -1 : bytes.length).flip());
        digest.update(bytes);
    }

    private static String text(Object value) {
        return value instanceof Instant at
                ? at.getEpochSecond() + "." + at.get(ChronoField.MICRO_OF_SECOND)
                : value.toString();
    }

    private static String ended(MessageDigest digest) {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}
