package app.leeway.organization.identity;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals as the page of a tablet does. */
final class TabletSeal {

    private static final int POINT_BYTES = 65;
    private static final int IV_BYTES = 12;

    private TabletSeal() {}

    static byte[] sealed(byte[] text, PublicKey person) {
        try {
            KeyPair own = SealedEntry.freshPair();
            byte[] spki = own.getPublic().getEncoded();
            byte[] point = Arrays.copyOfRange(spki, spki.length - POINT_BYTES, spki.length);
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(own.getPrivate());
            agreement.doPhase(person, true);
            byte[] key = SealedEntry.derived(agreement.generateSecret(), point);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(128, new byte[IV_BYTES]));
            byte[] sealed = cipher.doFinal(text);
            byte[] all = Arrays.copyOf(point, POINT_BYTES + IV_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, POINT_BYTES + IV_BYTES, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot seal", e);
        }
    }
}
