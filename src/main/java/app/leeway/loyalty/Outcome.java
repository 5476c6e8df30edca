package app.leeway.loyalty;

import app.leeway.shared.Money;
import app.leeway.shared.Violation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Something a customer did later, as the system that knows of it told. Never changed: what turns
 * out otherwise is an entry of its own that replaces this one.
 *
 * @param source which system told, in its own words
 * @param id what that system calls this entry; the two together come in once
 * @param customer the company's own code of the customer, who may not be known here yet
 * @param at when it happened
 * @param amount of what was bought or given back; null where it has none
 * @param category of what was bought, for its margin; may be null
 * @param score an answer to a survey; null for all others
 * @param points more, or fewer; null for all others
 * @param tier the new one; null for all others
 * @param gesture that posted this by itself: then it is no outcome of it; may be null
 * @param replaces id of the entry that this one corrects or reverses; may be null
 */
public record Outcome(
        String source,
        String id,
        OutcomeType type,
        String customer,
        Instant at,
        Money amount,
        String category,
        Integer score,
        Long points,
        String tier,
        UUID gesture,
        String replaces) {

    private static final int DIGEST_BYTES = 16;
    private static final int FULL = 160;

    public Outcome {
        at = at.truncatedTo(ChronoUnit.MICROS); // as the store keeps it
    }

    /** What is wrong with it, whoever told it; empty when nothing is. */
    public List<Violation> problems() {
        return type.problems(this);
    }

    /** By what it is known. */
    Key key() {
        return new Key(source, id);
    }

    record Key(String source, String id) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int order = source.compareTo(other.source);
            return order != 0 ? order : id.compareTo(other.id);
        }
    }

    /** All that was said; no field can hold what parts them. */
    private String content() {
        StringBuilder text = new StringBuilder(FULL);
        Object[] fields = {
            source, id, type, customer, at, category, score, points, tier, gesture, replaces
        };
        for (Object field : fields) {
            text.append(field == null ? "" : field).append('\0');
        }
        if (amount != null) {
            text.append(amount.minor()).append(amount.currency());
        }
        return text.toString();
    }

    /** The same bytes for the same content: tells a repetition from a contradiction. */
    byte[] digest() {
        try {
            byte[] whole =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(whole, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
