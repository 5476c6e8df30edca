package app.leeway.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;

/**
 * One place in the chain: its number and the SHA-256 over the place before it and what the entry
 * says.
 */
record ChainedEntry(long seq, byte[] hash) {

    ChainedEntry followedBy(AuditNote note, Instant at) {
        MessageDigest digest = sha256();
        digest.update(hash);
        digest.update(
                ByteBuffer.allocate(28)
                        .putLong(seq + 1)
                        .putLong(at.getEpochSecond())
                        .putInt(at.getNano())
                        .putLong(note.personId() == null ? -1 : note.personId())
                        .flip());
        for (String field :
                Arrays.asList(note.what(), note.subject(), note.before(), note.after())) {
            byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(field == null ? -1 : bytes.length).flip());
            digest.update(bytes);
        }
        return new ChainedEntry(seq + 1, digest.digest());
    }

    boolean isSealedBy(byte[] other) {
        return MessageDigest.isEqual(hash, other);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
