package app.leeway.notification;

import app.leeway.organization.Actor;
import app.leeway.outgoing.NotPublicException;
import app.leeway.outgoing.PublicAddress;
import app.leeway.shared.RefusedException;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

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
            """
            INSERT INTO push_subscription (id, person_id, endpoint, public_key, auth, page, made_at)
            VALUES (:id, :person, :endpoint, :publicKey, :auth, :page, :now)
                ON CONFLICT (id) DO UPDATE
               SET person_id = excluded.person_id, public_key = excluded.public_key,
                   auth = excluded.auth, page = excluded.page, made_at = excluded.made_at
            """;
    private static final String OLDEST_GO =
            """
            DELETE FROM push_subscription
             WHERE id IN (SELECT id FROM push_subscription
                           WHERE person_id = ? ORDER BY made_at DESC, id OFFSET ?)
            """;
    private static final String STALE =
            "DELETE FROM sending WHERE push_id = ? AND sent_at IS NULL AND dead_at IS NULL";

    @Inject Jdbi jdbi;

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
        jdbi.useHandle(
                handle -> {
                    handle.execute(STALE, device.id());
                    handle.createUpdate(KEEP)
                            .bind("id", device.id())
                            .bind("person", actor.personId())
                            .bind("endpoint", device.endpoint())
                            .bind("publicKey", device.publicKey())
                            .bind("auth", device.auth())
                            .bind("page", device.page())
                            .bind("now", clock.instant())
                            .execute();
                    handle.execute(OLDEST_GO, actor.personId(), MOST);
                });
        return device.id();
    }

    /** This device is told no more; nothing happens when it is not the actor's. */
    @Transactional
    public void unsubscribe(Actor actor, UUID id) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "DELETE FROM push_subscription WHERE id = ? AND person_id = ?",
                                id,
                                actor.personId()));
    }

    /** How many of the actor's are told. */
    @Transactional
    public int count(Actor actor) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT count(*) FROM push_subscription
                                         WHERE person_id = :person
                                        """)
                                .bind("person", actor.personId())
                                .mapTo(Integer.class)
                                .one());
    }

    /** The push service knows it no more. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void forget(UUID id) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM push_subscription WHERE id = ?", id));
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Device> find(UUID id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT endpoint, public_key, auth, page
                                          FROM push_subscription WHERE id = :id
                                        """)
                                .bind("id", id)
                                .map(RecordMapper.of(Device.class))
                                .findOne());
    }
}
