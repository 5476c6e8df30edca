package app.leeway.audit;

import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;

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
                    + " FROM audit_entry WHERE seq <= :until ORDER BY seq";

    /** An entry as it stands in the database. */
    private record Recorded(
            long seq,
            Instant at,
            Long personId,
            String what,
            String subject,
            String before,
            String after,
            byte[] previous,
            byte[] hash) {

        AuditNote note() {
            return new AuditNote(personId, what, subject, before, after);
        }

        boolean isPlace(ChainedEntry last, ChainedEntry next) {
            return seq == next.seq() && last.isSealedBy(previous) && next.isSealedBy(hash);
        }
    }

    private static final RecordMapper<Recorded> RECORDED = RecordMapper.of(Recorded.class);

    @Inject Jdbi jdbi;

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
        return jdbi.withHandle(
                handle -> {
                    // First: the chain grows while it is read.
                    ChainedEntry recordedHead =
                            handle.createQuery("SELECT seq, hash FROM audit_head")
                                    .map(AuditTrail.HEAD)
                                    .one();
                    Walk walk = new Walk(places);
                    handle.createQuery(ALL)
                            .bind("until", recordedHead.seq())
                            .setFetchSize(1000)
                            .map(RECORDED)
                            .useIterator(walk::through);
                    return result(walk, recordedHead, kept, given, signed);
                });
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
        void through(Iterator<Recorded> entries) {
            while (broken == null && entries.hasNext()) {
                Recorded entry = entries.next();
                ChainedEntry next = head.followedBy(entry.note(), entry.at());
                if (entry.isPlace(head, next)) {
                    head = next;
                    note(head);
                } else {
                    broken = next.seq();
                }
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
    }
}
