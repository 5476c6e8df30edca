package app.leeway.gesture;

import app.leeway.audit.AuditTrail;
import app.leeway.budget.Allocation;
import app.leeway.budget.Ledger;
import app.leeway.budget.Posting;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Update;

/**
 * What every move of a gesture from one state to the next has in common: row, money, record and
 * news together.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class GestureTransitions {

    private static final String LOOK =
            "SELECT c.currency, g.customer_id, g.visit_key, g.site, "
                    + GestureRecord.COLUMNS
                    + "FROM company c, gesture g WHERE g.id = :id";
    private static final String TAKE = LOOK + " FOR UPDATE OF g";
    private static final String END =
            """
            UPDATE gesture
               SET state = :to, cost_minor = :cost, ended_at = :now, ended_by = :person,
                   end_reason = :reason, held_until = NULL
             WHERE id = :id
            """;
    private static final String HOLD =
            "UPDATE gesture SET state = :to, cost_minor = :cost WHERE id = :id";

    @Inject Jdbi jdbi;

    @Inject Ledger ledger;

    @Inject AuditTrail audit;

    @Inject Access access;

    @Inject Clock clock;

    @Inject GestureStore store;

    @Inject RunningTotals tallies;

    @Inject Event<GesturesChanged> changed;

    @Inject Event<GestureMoved> moved;

    /**
     * The gesture, taken until the transaction ends, with all that it is counted by, before any
     * budget is; NOT_FOUND when there is none.
     */
    GestureRecord take(UUID id) {
        Taken taken = read(id, TAKE);
        store.lockKeys(List.of(taken.keys()));
        tallies.forget(List.of(id));
        return taken.gesture();
    }

    /** The gesture as it is at this moment; NOT_FOUND when there is none. */
    GestureRecord look(UUID id) {
        return read(id, LOOK).gesture();
    }

    /** Many, in the order of their ids, and then all that they are counted by. */
    List<GestureRecord> takeAll(List<UUID> ids) {
        List<Taken> taken = new ArrayList<>();
        for (UUID id : new TreeSet<>(ids)) {
            taken.add(read(id, TAKE));
        }
        List<GestureStore.Keys> keys = taken.stream().map(Taken::keys).toList();
        store.lockKeys(keys);
        return taken.stream().map(Taken::gesture).toList();
    }

    private record Taken(GestureRecord gesture, GestureStore.Keys keys) {}

    private Taken read(UUID id, String sql) {
        return jdbi.withHandle(
                        handle ->
                                handle.createQuery(sql)
                                        .bind("id", id)
                                        .map(GestureTransitions::taken)
                                        .findOne())
                .orElseThrow(
                        () -> new RefusedException(Refusal.NOT_FOUND, "there is no gesture " + id));
    }

    private static Taken taken(RowView row) {
        return new Taken(
                GestureRecord.read(row, row.getColumn("currency", String.class)),
                new GestureStore.Keys(
                        row.getColumn("person_id", Long.class),
                        row.getColumn("customer_id", Long.class),
                        row.getColumn("visit_key", String.class),
                        row.getColumn("site", String.class)));
    }

    /** As {@link #take}, for its own giver or whoever manages the place. */
    GestureRecord take(UUID id, Actor actor) {
        GestureRecord gesture = take(id);
        if (gesture.personId() != actor.personId()) {
            access.requireManages(actor, gesture.place());
        }
        return gesture;
    }

    /** What it has drawn, with the figures of those budgets locked. */
    List<Allocation> draws(GestureRecord gesture) {
        List<Allocation> draws = ledger.drawnBy(gesture.id());
        ledger.lock(draws.stream().map(Allocation::periodId).toList());
        return draws;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * @param person who did it; null for the system
     */
    void move(
            GestureRecord gesture,
            GestureState to,
            long costMinor,
            List<Posting> postings,
            Long person,
            String reason) {
        gesture.mustBeAbleToBecome(to);
        jdbi.useHandle(
                handle -> {
                    Update update =
                            handle.createUpdate(to.holdsMoney() ? HOLD : END)
                                    .bind("id", gesture.id())
                                    .bind("to", to.code())
                                    .bind("cost", costMinor);
                    if (!to.holdsMoney()) {
                        update.bind("now", now()).bind("person", person).bind("reason", reason);
                    }
                    update.execute();
                });
        ledger.post(postings);
        moved.fire(new GestureMoved(gesture.id(), gesture.state(), to, person));
        audit.append(List.of(GestureNotes.moved(gesture, person, to, costMinor, postings, reason)));
        changed.fire(
                new GesturesChanged(
                        List.of(gesture.id()),
                        Set.of(gesture.place()),
                        Set.of(gesture.personId())));
    }
}
