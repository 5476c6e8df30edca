package app.leeway.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * The end of the record at some moment, signed: whoever keeps it outside can tell later whether the
 * entries up to there are still the same. It holds nothing of anybody.
 *
 * @param company code of the company whose record it is
 * @param seq number of the last entry
 * @param hash of that entry, 32 bytes
 * @param at when it was signed, to the microsecond
 * @param key id of the key: the SHA-256 of the public key, in hexadecimal digits
 * @param signature Ed25519 over {@link #statement}; null for a head that nobody signed
 */
public record SignedHead(
        String company, long seq, byte[] hash, Instant at, String key, byte[] signature) {

    private static final String TITLE = "leeway-record-head 1";

    public SignedHead {
        if (hash.length != 32) {
            throw new IllegalArgumentException("the hash of an entry has 32 bytes");
        }
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** The text that is signed, the same for ever: a title and five lines, each with its end. */
    public String statement() {
        return String.join(
                "\n",
                TITLE,
                "company: " + company,
                "seq: " + seq,
                "hash: " + hashDigits(),
                "at: " + at,
                "key: " + key,
                "");
    }

    byte[] signed() {
        return statement().getBytes(StandardCharsets.UTF_8);
    }

    public String hashDigits() {
        return HexFormat.of().formatHex(hash);
    }

    SignedHead with(byte[] newSignature) {
        return new SignedHead(company, seq, hash, at, key, newSignature);
    }
}
