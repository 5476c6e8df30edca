package app.leeway.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Walks the whole chain, names the first entry that does not follow from the one before it, and
 * compares with every head that was signed, and with one that somebody kept outside.
 */
@ApplicationScoped
public class AuditChainVerifier {

    /**
     * @param checked entries that were read
     * @param firstBroken number of the first entry that was changed, moved or is missing; null when
     *     none is
     * @param head the end of the record as it is now; not signed
     * @param kept the heads signed here, the first one first
     * @param given the one that somebody kept outside; null when none was given
     */
    public record Check(
            long checked,
            Long firstBroken,
            Head head,
            List<HeadComparison> kept,
            HeadComparison given) {

        /** Whether all holds: the chain, the heads signed here, and the one that was given. */
        public boolean ok() {
            return firstBroken == null && differing().isEmpty() && (given == null || given.holds());
        }

        /** The head that was signed last; null before the first. */
        public HeadComparison newest() {
            return kept.isEmpty() ? null : kept.get(kept.size() - 1);
        }

        /** Heads signed here by a key of ours that do not agree with the record any more. */
        public List<HeadComparison> differing() {
            return kept.stream().filter(HeadComparison::isDisproof).toList();
        }
    }

    /** An end of the record: number and hash of an entry. */
    public record Head(long seq, byte[] hash) {}

    private static final String ALL =
            "SELECT seq, at, person_id, what, subject, before, after, previous, hash"
                    + " FROM audit_entry WHERE seq <= ? ORDER BY seq";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject SignedHeads signedHeads;

    @Inject RecordKeys keys;

    @Transactional
    public Check check() {
        return against(null, null);
    }

    /**
     * The same, and whether the record still agrees with an end that somebody noted.
     *
     * @param seq number of that entry
     * @param hash of it
     */
    @Transactional
    public Check check(long seq, byte[] hash) {
        return against(new Head(seq, hash), null);
    }

    /** The same, with a head that somebody kept outside, and its signature. */
    @Transactional
    public Check check(SignedHead given) {
        return against(new Head(given.seq(), given.hash()), given);
    }

    private Check against(Head given, SignedHead signed) {
        List<SignedHead> kept = signedHeads.all();
        Set<Long> places = new TreeSet<>();
        kept.forEach(head -> places.add(head.seq()));
        if (given != null) {
            places.add(given.seq());
        }
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ALL)) {
            ChainedEntry recordedHead =
                    recordedHead(connection); // first: the chain grows while it is read
            select.setFetchSize(1000);
            select.setLong(1, recordedHead.seq());
            try (ResultSet rows = select.executeQuery()) {
                Walk walk = new Walk(places);
                walk.through(rows);
                return result(walk, recordedHead, kept, given, signed);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the record could not be read", e);
        }
    }

    private Check result(
            Walk walk,
            ChainedEntry recordedHead,
            List<SignedHead> kept,
            Head given,
            SignedHead signed) {
        List<HeadComparison> compared = new ArrayList<>();
        for (SignedHead head : kept) {
            compared.add(compared(walk, new Head(head.seq(), head.hash()), head));
        }
        return new Check(
                walk.head.seq(),
                walk.firstBroken(recordedHead),
                new Head(recordedHead.seq(), recordedHead.hash()),
                compared,
                given == null ? null : compared(walk, given, signed));
    }

    private HeadComparison compared(Walk walk, Head head, SignedHead signed) {
        return new HeadComparison(head.seq(), signed, walk.entries(head), proof(signed));
    }

    private HeadComparison.Proof proof(SignedHead signed) {
        if (signed == null || signed.signature() == null) {
            return HeadComparison.Proof.NONE;
        }
        return keys.known()
                .flatMap(ours -> ours.key(signed.key()))
                .map(
                        key ->
                                key.verifies(signed)
                                        ? HeadComparison.Proof.VALID
                                        : HeadComparison.Proof.INVALID)
                .orElse(HeadComparison.Proof.UNKNOWN_KEY);
    }

    /** One way through the chain, and the hashes at the places that somebody asked for. */
    private static final class Walk {

        private final Set<Long> places;
        private final Map<Long, ChainedEntry> found = new HashMap<>();
        private ChainedEntry head = new ChainedEntry(0, new byte[32]);
        private Long broken;

        Walk(Set<Long> places) {
            this.places = places;
            note(head);
        }

        /** As far as each entry follows from the one before it. */
        void through(ResultSet rows) throws SQLException {
            while (rows.next()) {
                ChainedEntry next =
                        head.followedBy(
                                entry(rows), rows.getObject(2, OffsetDateTime.class).toInstant());
                boolean follows =
                        rows.getLong(1) == next.seq()
                                && head.isSealedBy(rows.getBytes(8))
                                && next.isSealedBy(rows.getBytes(9));
                if (!follows) {
                    broken = next.seq();
                    return;
                }
                head = next;
                note(head);
            }
        }

        private void note(ChainedEntry link) {
            if (places.contains(link.seq())) {
                found.put(link.seq(), link);
            }
        }

        Long firstBroken(ChainedEntry recordedHead) {
            if (broken != null) {
                return broken;
            }
            boolean whole =
                    head.seq() == recordedHead.seq() && head.isSealedBy(recordedHead.hash());
            return whole ? null : Long.valueOf(head.seq() + 1);
        }

        HeadComparison.Entries entries(Head other) {
            ChainedEntry here = found.get(other.seq());
            if (here != null) {
                return here.isSealedBy(other.hash())
                        ? HeadComparison.Entries.UNCHANGED
                        : HeadComparison.Entries.CHANGED;
            }
            return broken != null && broken <= other.seq()
                    ? HeadComparison.Entries.CHANGED
                    : HeadComparison.Entries.SHORTER;
        }

        private static AuditNote entry(ResultSet row) throws SQLException {
            return new AuditNote(
                    row.getObject(3, Long.class),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7));
        }
    }

    private static ChainedEntry recordedHead(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT seq, hash FROM audit_head");
                ResultSet row = select.executeQuery()) {
            row.next();
            return new ChainedEntry(row.getLong(1), row.getBytes(2));
        }
    }
}
