package app.leeway.organization;

import app.leeway.shared.Rows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The keys with which tablets sealed what waits before there were {@link SealingKeys}: given to
 * their own person only, for what still lies on a tablet since then. No new ones are made.
 */
@ApplicationScoped
public class TabletKeys {

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /** 32 bytes; empty for somebody who never had one. */
    @Transactional
    public Optional<byte[]> key(Actor actor) {
        return Rows.select(
                        database,
                        "SELECT tablet_key FROM person WHERE id = ?",
                        row -> row.getBytes(1),
                        actor.personId())
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }
}
