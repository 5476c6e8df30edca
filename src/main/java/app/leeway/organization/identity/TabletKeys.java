package app.leeway.organization.identity;

import app.leeway.organization.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * The keys with which tablets sealed what waits before there were {@link SealingKeys}: given to
 * their own person only, for what still lies on a tablet since then. No new ones are made.
 */
@ApplicationScoped
public class TabletKeys {

    @Inject Jdbi jdbi;

    /** 32 bytes; empty for somebody who never had one. */
    @Transactional
    public Optional<byte[]> key(Actor actor) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("SELECT tablet_key FROM person WHERE id = :id")
                                .bind("id", actor.personId())
                                .mapTo(byte[].class)
                                .findOne());
    }
}
