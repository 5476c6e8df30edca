package app.leeway.gesture;

import app.leeway.audit.AuditTrail;
import app.leeway.budget.Allocation;
import app.leeway.budget.Ledger;
import app.leeway.budget.Posting;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

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
                    + " FROM company c, gesture g WHERE g.id = ?";
    private static final String TAKE = LOOK + " FOR UPDATE OF g";
    private static final String MOVE =
            "UPDATE gesture SET state = ?, cost_minor = ?, ended_at = ?, ended_by = ?,"
                    + " end_reason = ?, held_until = NULL WHERE id = ?";
    private static final String HOLD = "UPDATE gesture SET state = ?, cost_minor = ? WHERE id = ?";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

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
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new RefusedException(Refusal.NOT_FOUND, "there is no gesture " + id);
                }
                return new Taken(
                        GestureRecord.read(row, row.getString("currency")),
                        new GestureStore.Keys(
                                row.getLong("person_id"),
                                row.getObject("customer_id", Long.class),
                                row.getString("visit_key"),
                                row.getString("site")));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("gesture " + id + " could not be read", e);
        }
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
        try (Connection connection = database.getConnection()) {
            if (to.holdsMoney()) {
                hold(connection, gesture.id(), to, costMinor);
            } else {
                end(connection, gesture.id(), to, costMinor, person, reason);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("gesture " + gesture.id() + " could not be moved", e);
        }
        ledger.post(postings);
        moved.fire(new GestureMoved(gesture.id(), gesture.state(), to, person));
        audit.append(List.of(GestureNotes.moved(gesture, person, to, costMinor, postings, reason)));
        changed.fire(
                new GesturesChanged(
                        List.of(gesture.id()),
                        Set.of(gesture.place()),
                        Set.of(gesture.personId())));
    }

    private static void hold(Connection connection, UUID id, GestureState to, long costMinor)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(HOLD)) {
            update.setString(1, to.code());
            update.setLong(2, costMinor);
            update.setObject(3, id);
            update.executeUpdate();
        }
    }

    private void end(
            Connection connection,
            UUID id,
            GestureState to,
            long costMinor,
            Long person,
            String reason)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setString(1, to.code());
            update.setLong(2, costMinor);
            update.setObject(3, now().atOffset(ZoneOffset.UTC));
            update.setObject(4, person);
            update.setString(5, reason);
            update.setObject(6, id);
            update.executeUpdate();
        }
    }
}
