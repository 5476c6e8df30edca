package app.leeway.notification;

import app.leeway.organization.Actor;
import app.leeway.outgoing.NotPublicException;
import app.leeway.outgoing.PublicAddress;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Rows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Browsers that agreed to be told, on desks, tablets and phones. */
@ApplicationScoped
public class PushDevices {

    /**
     * What a browser gives out when its person agrees.
     *
     * @param endpoint of its push service
     * @param publicKey P-256, 65 bytes, uncompressed
     * @param auth 16 bytes
     * @param page which page asked: desk or tap
     */
    public record Device(String endpoint, byte[] publicKey, byte[] auth, String page) {

        /** The same browser is the same device. */
        UUID id() {
            return UUID.nameUUIDFromBytes(endpoint.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final int MOST = 10;
    private static final String KEEP =
            "INSERT INTO push_subscription (id, person_id, endpoint, public_key, auth, page,"
                    + " made_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                    + " person_id = excluded.person_id, public_key = excluded.public_key,"
                    + " auth = excluded.auth, page = excluded.page, made_at = excluded.made_at";
    private static final String OLDEST_GO =
            "DELETE FROM push_subscription WHERE id IN (SELECT id FROM push_subscription"
                    + " WHERE person_id = ? ORDER BY made_at DESC, id OFFSET ?)";
    private static final String STALE =
            "DELETE FROM sending WHERE push_id = ? AND sent_at IS NULL AND dead_at IS NULL";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Clock clock;
    @Inject PublicAddress addresses;

    /**
     * This device is told from now on, and whoever had it before is told there no more.
     *
     * @throws RefusedException INVALID for an address that nothing is sent to
     */
    @Transactional
    public UUID subscribe(Actor actor, Device device) {
        try {
            addresses.of(device.endpoint());
        } catch (NotPublicException e) {
            throw RefusedException.invalid("endpoint", e.code(), e.getMessage());
        }
        Rows.update(database, STALE, device.id());
        Rows.update(
                database,
                KEEP,
                device.id(),
                actor.personId(),
                device.endpoint(),
                device.publicKey(),
                device.auth(),
                device.page(),
                clock.instant().atOffset(ZoneOffset.UTC));
        Rows.update(database, OLDEST_GO, actor.personId(), MOST);
        return device.id();
    }

    /** This device is told no more; nothing happens when it is not the actor's. */
    @Transactional
    public void unsubscribe(Actor actor, UUID id) {
        Rows.update(
                database,
                "DELETE FROM push_subscription WHERE id = ? AND person_id = ?",
                id,
                actor.personId());
    }

    /** How many of the actor's are told. */
    @Transactional
    public int count(Actor actor) {
        return Rows.select(
                        database,
                        "SELECT count(*) FROM push_subscription WHERE person_id = ?",
                        row -> row.getInt(1),
                        actor.personId())
                .get(0);
    }

    /** The push service knows it no more. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void forget(UUID id) {
        Rows.update(database, "DELETE FROM push_subscription WHERE id = ?", id);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Device> find(UUID id) {
        return Rows.select(
                        database,
                        "SELECT endpoint, public_key, auth, page FROM push_subscription"
                                + " WHERE id = ?",
                        row ->
                                new Device(
                                        row.getString(1),
                                        row.getBytes(2),
                                        row.getBytes(3),
                                        row.getString(4)),
                        id)
                .stream()
                .findFirst();
    }
}
