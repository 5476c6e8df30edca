package app.leeway.organization.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a tablet sealed for the server, as {@code tap/js/seal.js} does it: a point on P-256 made for
 * this entry alone (65 bytes), an initialization vector (12 bytes), and the entry under AES-256-GCM
 * with a key derived (HKDF-SHA-256, the point as salt) from the secret of the point and the
 * person's key.
 *
 * @param point the public half of the pair that the tablet made and forgot
 */
record SealedEntry(byte[] point, byte[] iv, byte[] text) {

    static final String CURVE = "secp256r1";

    private static final int POINT_BYTES = 65;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] PURPOSE = "leeway tablet entry".getBytes(StandardCharsets.UTF_8);

    /** What stands before a point in an encoded public key on P-256. */
    private static final byte[] SPKI =
            HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");

    /**
     * @throws GeneralSecurityException when it is too short to be one
     */
    static SealedEntry of(byte[] sealed) throws GeneralSecurityException {
        if (sealed.length <= POINT_BYTES + IV_BYTES + TAG_BITS / Byte.SIZE) {
            throw new GeneralSecurityException("this is too short to be a sealed entry");
        }
        int text = POINT_BYTES + IV_BYTES;
        return new SealedEntry(
                Arrays.copyOf(sealed, POINT_BYTES),
                Arrays.copyOfRange(sealed, POINT_BYTES, text),
                Arrays.copyOfRange(sealed, text, sealed.length));
    }

    static KeyPair freshPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(CURVE));
        return generator.generateKeyPair();
    }

    /**
     * @param privateKey PKCS#8
     * @throws GeneralSecurityException when it was sealed for another key, or changed since
     */
    byte[] opened(byte[] privateKey) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("EC");
        PrivateKey own = keys.generatePrivate(new PKCS8EncodedKeySpec(privateKey));
        PublicKey theirs = keys.generatePublic(new X509EncodedKeySpec(joined(SPKI, point)));
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init((ECPrivateKey) own);
        agreement.doPhase(theirs, true);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] key = derived(agreement.generateSecret(), point);
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(TAG_BITS, iv));
        return cipher.doFinal(text);
    }

    /** HKDF (RFC 5869) for one block. */
    static byte[] derived(byte[] secret, byte[] salt) throws GeneralSecurityException {
        return hmac(hmac(salt, secret), joined(PURPOSE, new byte[] {1}));
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
