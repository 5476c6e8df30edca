package app.leeway.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/** The heads that were signed, and the public keys to verify them with. */
@ApplicationScoped
public class SignedHeads {

    /**
     * A key that signed at least one of them.
     *
     * @param standing whether it is ours, as the key file of this server says
     */
    public record UsedKey(RecordKey key, Instant firstUsedAt, KeyStanding standing) {}

    /**
     * A head in its place in the list.
     *
     * @param number ascending with time
     */
    public record Listed(long number, SignedHead head) {}

    private static final String SELECT =
            "SELECT id, company, seq, hash, at, key_id, signature FROM signed_head ";

    private static final String KEY =
            """
            INSERT INTO record_key (id, public_part, first_used_at)
            VALUES (:id, :publicPart, :at) ON CONFLICT (id) DO NOTHING
            """;
    private static final String HEAD =
            """
            INSERT INTO signed_head (company, seq, hash, at, key_id, signature)
            VALUES (:company, :seq, :hash, :at, :key, :signature)
            """;

    @Inject Jdbi jdbi;

    @Inject RecordKeys keys;

    /** The one signed last; empty before the first. */
    @Transactional
    public Optional<SignedHead> newest() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(SELECT + "ORDER BY id DESC LIMIT 1")
                                .map(SignedHeads::head)
                                .findOne());
    }

    /**
     * The newest first.
     *
     * @param before the number of the last one that was seen; null: from the newest on
     */
    @Transactional
    public List<Listed> list(Long before, int limit) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        SELECT + "WHERE id < :before ORDER BY id DESC LIMIT :limit")
                                .bind("before", before == null ? Long.MAX_VALUE : before)
                                .bind("limit", limit)
                                .map(row -> new Listed(row.getColumn("id", Long.class), head(row)))
                                .list());
    }

    /** All of them, the first one first. */
    List<SignedHead> all() {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + "ORDER BY id").map(SignedHeads::head).list());
    }

    /** The public half of a key that was used here, whosever it is. */
    @Transactional
    public Optional<RecordKey> key(String id) {
        return usedKeys().stream().map(UsedKey::key).filter(k -> k.id().equals(id)).findFirst();
    }

    /** The keys, the first one used first. */
    @Transactional
    public List<UsedKey> usedKeys() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT public_part, first_used_at
                                          FROM record_key ORDER BY first_used_at, id
                                        """)
                                .map(this::usedKey)
                                .list());
    }

    private UsedKey usedKey(RowView row) {
        RecordKey key = new RecordKey(row.getColumn("public_part", byte[].class));
        return new UsedKey(
                key, row.getColumn("first_used_at", Instant.class), keys.standing(key.id()));
    }

    /** Keeps a head, and the public half of its key with the first one. */
    void keep(SignedHead head, RecordKey key) {
        jdbi.useHandle(
                handle -> {
                    handle.createUpdate(KEY)
                            .bind("id", key.id())
                            .bind("publicPart", key.encoded())
                            .bind("at", head.at())
                            .execute();
                    handle.createUpdate(HEAD).bindMethods(head).execute();
                });
    }

    private static SignedHead head(RowView row) {
        return new SignedHead(
                row.getColumn("company", String.class),
                row.getColumn("seq", Long.class),
                row.getColumn("hash", byte[].class),
                row.getColumn("at", Instant.class),
                row.getColumn("key_id", String.class),
                row.getColumn("signature", byte[].class));
    }
}
