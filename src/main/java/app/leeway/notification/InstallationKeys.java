package app.leeway.notification;

import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Keys that the installation makes for itself when they are first needed, and keeps in its
 * database, so that every server has the same and nobody has to think of one.
 */
@ApplicationScoped
public class InstallationKeys {

    /** A pair as it is kept. */
    private record Parts(byte[] publicPart, byte[] secretPart) {

        KeyPair pair() throws GeneralSecurityException {
            KeyFactory curve = KeyFactory.getInstance("EC");
            return new KeyPair(
                    curve.generatePublic(new X509EncodedKeySpec(publicPart)),
                    curve.generatePrivate(new PKCS8EncodedKeySpec(secretPart)));
        }
    }

    @Inject Jdbi jdbi;

    /** The pair on the curve P-256 of this name. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    KeyPair pair(String name) {
        try {
            Optional<Parts> known = read(name);
            if (known.isEmpty()) {
                write(name, made());
                known = read(name); // of two servers at once, the first one's
            }
            return known.orElseThrow().pair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key " + name + " is not at hand", e);
        }
    }

    private static KeyPair made() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private void write(String name, KeyPair pair) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        INSERT INTO installation_key
                                                    (name, public_part, secret_part)
                                        VALUES (:name, :publicPart, :secretPart)
                                            ON CONFLICT (name) DO NOTHING
                                        """)
                                .bind("name", name)
                                .bind("publicPart", pair.getPublic().getEncoded())
                                .bind("secretPart", pair.getPrivate().getEncoded())
                                .execute());
    }

    private Optional<Parts> read(String name) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT public_part, secret_part
                                          FROM installation_key WHERE name = :name
                                        """)
                                .bind("name", name)
                                .map(RecordMapper.of(Parts.class))
                                .findOne());
    }
}
