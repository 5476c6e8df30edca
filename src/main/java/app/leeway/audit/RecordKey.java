package app.leeway.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of a key that heads are signed with.
 *
 * @param encoded as SubjectPublicKeyInfo
 */
public record RecordKey(byte[] encoded) {

    static final String ALGORITHM = "Ed25519";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /** What it is named by: the SHA-256 of its encoded form, in hexadecimal digits. */
    public String id() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public String pem() {
        return pem("PUBLIC KEY", encoded);
    }

    static String pem(String what, byte[] bytes) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(what, LINES.encodeToString(bytes), what);
    }

    /** Whether the signature is one of this key over these bytes. */
    boolean verifies(byte[] bytes, byte[] signature) {
        try {
            PublicKey key =
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(new X509EncodedKeySpec(encoded));
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // neither a key nor a signature of this kind
        }
    }

    boolean verifies(SignedHead head) {
        return head.signature() != null && verifies(head.signed(), head.signature());
    }
}
