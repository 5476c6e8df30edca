package app.leeway.audit.rest;

import app.leeway.audit.RecordKey;
import app.leeway.audit.SignedHead;
import app.leeway.http.Field;
import app.leeway.http.Form;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A signed head as it is given out, and taken back to be compared: all that somebody needs who
 * verifies it without this server.
 *
 * @param hash in hexadecimal digits, as is the key's id
 * @param statement the text that is signed
 * @param signature in base 64
 * @param publicKey in PEM
 */
public record HeadJson(
        String company,
        long seq,
        String hash,
        Instant at,
        String key,
        String statement,
        String signature,
        String publicKey) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final int SIGNATURE_LENGTH = 88;

    static HeadJson of(SignedHead head, RecordKey key) {
        return new HeadJson(
                head.company(),
                head.seq(),
                head.hashDigits(),
                head.at(),
                head.key(),
                head.statement(),
                Base64.getEncoder().encodeToString(head.signature()),
                key.pem());
    }

    /** What was given out, as it is or without what follows from the rest. */
    static SignedHead read(Form form) {
        String company = form.required("company").code();
        Long seq = form.required("seq").number();
        byte[] hash = hash(form.required("hash"));
        Instant at = form.required("at").instant();
        String key = form.required("key").code();
        byte[] signature = signature(form.required("signature"));
        String statement = form.optional("statement").text(1000);
        form.optional("publicKey").text(1000); // ours are in the key file: nobody brings their own
        form.complete();
        SignedHead head = new SignedHead(company, seq, hash, at, key, signature);
        if (statement != null && !statement.equals(head.statement())) {
            form.wrong("statement", "contradiction", "says something else than the other fields");
            form.complete();
        }
        return head;
    }

    static byte[] hash(Field field) {
        String digits = field.text(64);
        if (digits == null) {
            return null;
        }
        return SHA_256.matcher(digits).matches()
                ? HexFormat.of().parseHex(digits)
                : field.wrong("wrong-type", "must be 64 hexadecimal digits in lower case");
    }

    private static byte[] signature(Field field) {
        String text = field.text(SIGNATURE_LENGTH);
        try {
            return text == null ? null : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return field.wrong("wrong-type", "must be base 64");
        }
    }
}
