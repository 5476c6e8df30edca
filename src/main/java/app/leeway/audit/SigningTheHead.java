package app.leeway.audit;

import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Signs the end of the record as it is, once a day by itself and whenever an auditor wants it. */
@ApplicationScoped
public class SigningTheHead {

    /** The end of the record, of which company, and where its days begin. */
    private record Now(String company, ZoneId zone, long seq, byte[] hash) {}

    /** Whoever signs takes it until the transaction ends: two servers never sign the same day. */
    private static final String ONE_AT_A_TIME =
            "SELECT pg_advisory_xact_lock(hashtextextended('signed_head', 0))";

    private static final String NOW =
            "SELECT c.code AS company, c.zone, h.seq, h.hash FROM company c, audit_head h";

    private static final RecordMapper<Now> NOW_MAPPER = RecordMapper.of(Now.class);

    @Inject Jdbi jdbi;

    @Inject RecordKeys keys;

    @Inject SignedHeads heads;

    @Inject Clock clock;

    @Inject Event<HeadSigned> signed;

    /**
     * The head as it is now. When the newest one that was signed is still the head, and signed with
     * the key of now, it is answered and none is made.
     *
     * @throws IllegalStateException when there is no usable key
     */
    @Transactional
    public Optional<SignedHead> sign() {
        Optional<Now> now = takeTurn();
        Optional<SignedHead> newest = heads.newest();
        boolean same =
                now.isPresent()
                        && newest.isPresent()
                        && newest.get().seq() == now.get().seq()
                        && newest.get().key().equals(keys.keys().current().id());
        return same ? newest : now.map(this::signed);
    }

    /** The head of today, unless one was signed today; today is where the company is. */
    @Transactional
    public Optional<SignedHead> signOfTheDay() {
        Optional<Now> now = takeTurn();
        if (now.isEmpty() || isSigned(now.get().zone())) {
            return Optional.empty();
        }
        SignedHead head = signed(now.get());
        signed.fire(new HeadSigned(head));
        return Optional.of(head);
    }

    private boolean isSigned(ZoneId zone) {
        return heads.newest()
                .map(head -> head.at().atZone(zone).toLocalDate())
                .filter(day -> !day.isBefore(clock.instant().atZone(zone).toLocalDate()))
                .isPresent();
    }

    private SignedHead signed(Now now) {
        RecordKeyFile ours = keys.keys();
        Instant at = clock.instant();
        SignedHead head =
                ours.sign(
                        new SignedHead(
                                now.company(),
                                now.seq(),
                                now.hash(),
                                at,
                                ours.current().id(),
                                null));
        heads.keep(head, ours.current());
        return head;
    }

    /** Empty while there is no company. */
    private Optional<Now> takeTurn() {
        return jdbi.withHandle(
                handle -> {
                    handle.execute(ONE_AT_A_TIME);
                    return handle.createQuery(NOW).map(NOW_MAPPER).findOne();
                });
    }
}
