package app.leeway.organization.identity;

import app.leeway.organization.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * The keys for which shared tablets seal what they keep of a person until it can be sent. A tablet
 * has the public half, so it can always write and never read; what it sealed is opened here, for
 * that person only.
 */
@ApplicationScoped
public class SealingKeys {

    private static final Logger LOG = Logger.getLogger(SealingKeys.class.getName());

    private static final String MAKE =
            """
            INSERT INTO sealing_key (person_id, public_key, private_key)
            VALUES (:person, :publicKey, :privateKey) ON CONFLICT DO NOTHING
            """;

    @Inject Jdbi jdbi;

    /** Made when first asked for; the same on every tablet. SPKI, on P-256. */
    @Transactional
    public byte[] publicKey(Actor actor) {
        return stored("public_key", actor)
                .orElseGet(
                        () -> {
                            make(actor);
                            return stored("public_key", actor).orElseThrow();
                        });
    }

    private void make(Actor actor) {
        try {
            KeyPair pair = SealedEntry.freshPair();
            jdbi.useHandle(
                    handle ->
                            handle.createUpdate(MAKE)
                                    .bind("person", actor.personId())
                                    .bind("publicKey", pair.getPublic().getEncoded())
                                    .bind("privateKey", pair.getPrivate().getEncoded())
                                    .execute());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has no keys on P-256", e);
        }
    }

    /**
     * @param sealed by some tablet, for this person
     * @return empty when it was sealed for somebody else, or is not what a tablet sealed
     */
    @Transactional
    public Optional<String> open(byte[] sealed, Actor actor) {
        return stored("private_key", actor).flatMap(key -> open(sealed, key));
    }

    private static Optional<String> open(byte[] sealed, byte[] privateKey) {
        try {
            byte[] clear = SealedEntry.of(sealed).opened(privateKey);
            return Optional.of(new String(clear, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            LOG.log(Level.INFO, "a sealed entry could not be opened", e);
            return Optional.empty();
        }
    }

    private Optional<byte[]> stored(String half, Actor actor) {
        String sql = "SELECT " + half + " FROM sealing_key WHERE person_id = :person";
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(sql)
                                .bind("person", actor.personId())
                                .mapTo(byte[].class)
                                .findOne());
    }
}
