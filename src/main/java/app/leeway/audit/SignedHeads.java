package app.leeway.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

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

    private static final String COLUMNS =
            "SELECT h.id, h.company, h.seq, h.hash, h.at, h.key_id, h.signature FROM signed_head h";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject RecordKeys keys;

    /** The one signed last; empty before the first. */
    @Transactional
    public Optional<SignedHead> newest() {
        return read(COLUMNS + " ORDER BY h.id DESC LIMIT 1").stream().map(Listed::head).findFirst();
    }

    /**
     * The newest first.
     *
     * @param before the number of the last one that was seen; null: from the newest on
     */
    @Transactional
    public List<Listed> list(Long before, int limit) {
        return read(
                COLUMNS + " WHERE h.id < ? ORDER BY h.id DESC LIMIT ?",
                before == null ? Long.MAX_VALUE : before,
                (long) limit);
    }

    /** All of them, the first one first. */
    List<SignedHead> all() {
        return read(COLUMNS + " ORDER BY h.id").stream().map(Listed::head).toList();
    }

    /** The public half of a key that was used here, whosever it is. */
    @Transactional
    public Optional<RecordKey> key(String id) {
        return usedKeys().stream().map(UsedKey::key).filter(k -> k.id().equals(id)).findFirst();
    }

    /** The keys, the first one used first. */
    @Transactional
    public List<UsedKey> usedKeys() {
        String sql = "SELECT public_part, first_used_at FROM record_key ORDER BY first_used_at, id";
        List<UsedKey> used = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                RecordKey key = new RecordKey(row.getBytes(1));
                used.add(
                        new UsedKey(
                                key,
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                keys.standing(key.id())));
            }
            return used;
        } catch (SQLException e) {
            throw new IllegalStateException("the keys of the record could not be read", e);
        }
    }

    /** Keeps a head, and the public half of its key with the first one. */
    void keep(SignedHead head, RecordKey key) {
        String known =
                "INSERT INTO record_key (id, public_part, first_used_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (id) DO NOTHING";
        String kept =
                "INSERT INTO signed_head (company, seq, hash, at, key_id, signature)"
                        + " VALUES (?, ?, ?, ?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement insertKey = connection.prepareStatement(known);
                PreparedStatement insert = connection.prepareStatement(kept)) {
            insertKey.setString(1, key.id());
            insertKey.setBytes(2, key.encoded());
            insertKey.setObject(3, head.at().atOffset(ZoneOffset.UTC));
            insertKey.executeUpdate();
            insert.setString(1, head.company());
            insert.setLong(2, head.seq());
            insert.setBytes(3, head.hash());
            insert.setObject(4, head.at().atOffset(ZoneOffset.UTC));
            insert.setString(5, head.key());
            insert.setBytes(6, head.signature());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the signed head could not be kept", e);
        }
    }

    private List<Listed> read(String sql, Long... values) {
        List<Listed> heads = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setLong(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    heads.add(new Listed(row.getLong(1), head(row)));
                }
            }
            return heads;
        } catch (SQLException e) {
            throw new IllegalStateException("the signed heads could not be read", e);
        }
    }

    private static SignedHead head(ResultSet row) throws SQLException {
        return new SignedHead(
                row.getString(2),
                row.getLong(3),
                row.getBytes(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6),
                row.getBytes(7));
    }
}
