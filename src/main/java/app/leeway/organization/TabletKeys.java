package app.leeway.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;

/**
 * The key with which a shared tablet seals what it keeps for one person until it can be sent: made
 * when first asked for, given to that person only, the same on every tablet.
 */
@ApplicationScoped
public class TabletKeys {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @PersistenceContext EntityManager store;

    /** 32 random bytes, the same every time. */
    @Transactional
    public byte[] key(Actor actor) {
        byte[] fresh = new byte[BYTES];
        random.nextBytes(fresh);
        store.createNativeQuery(
                        "UPDATE person SET tablet_key = ?1 WHERE id = ?2 AND tablet_key IS NULL")
                .setParameter(1, fresh)
                .setParameter(2, actor.personId())
                .executeUpdate();
        return (byte[])
                store.createNativeQuery("SELECT tablet_key FROM person WHERE id = ?1")
                        .setParameter(1, actor.personId())
                        .getSingleResult();
    }
}
