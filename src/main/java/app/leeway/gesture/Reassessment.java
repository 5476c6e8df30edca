package app.leeway.gesture;

import app.leeway.budget.Allocation;
import app.leeway.budget.Booking;
import app.leeway.budget.BudgetBalance;
import app.leeway.budget.Ledger;
import app.leeway.catalogue.Kind;
import app.leeway.organization.Actor;
import app.leeway.organization.Organization;
import app.leeway.organization.Person;
import app.leeway.organization.Role;
import app.leeway.shared.Money;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A gesture that cost more than was held, judged as what has been done, as if it had not been
 * judged before.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Reassessment {

    private static final String REQUEST =
            "SELECT g.minutes, g.distance_metres, c.code AS customer, g.customer_id,"
                    + " g.tier, g.price_level, g.incident, g.visit, g.touchpoint, g.occasion, g.damage_minor, g.roles,"
                    + " array(SELECT b.clause FROM gesture_bend b WHERE b.gesture_id = g.id) AS bends"
                    + " FROM gesture g LEFT JOIN customer c ON c.id = g.customer_id WHERE g.id = ?";
    private static final String REWRITE =
            "UPDATE gesture SET outcome = ?, review = ?, verdict_anew = ? WHERE id = ?";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject RuleSnapshot.Keeper keeper;

    @Inject Granting granting;

    @Inject Ledger ledger;

    @Inject GestureStore store;

    @Inject CountingGestures counting;

    /**
     * Writes the new verdict beside the gesture.
     *
     * @param drawn what it has drawn until now, by period: freed before it is judged
     */
    Decision judge(GestureRecord gesture, Money cost, Map<Long, Allocation> drawn) {
        try (Connection connection = database.getConnection()) {
            Assessment judging = judging(connection, gesture, cost);
            store.lockKeys(judging.questions());
            Map<Long, BudgetBalance> standings = standings(judging.draft(), drawn);
            Decision decision =
                    judging.decide(
                            List.of(),
                            counting.count(
                                    judging.questions(),
                                    judging.draft().premises().organization(),
                                    List.of(gesture.id())),
                            standings);
            rewrite(connection, decision);
            return decision;
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "gesture " + gesture.id() + " could not be judged anew", e);
        }
    }

    private Map<Long, BudgetBalance> standings(ResolvedRequest draft, Map<Long, Allocation> drawn) {
        TreeSet<Long> ids = new TreeSet<>(drawn.keySet());
        ids.addAll(draft.periodIds());
        Map<Long, BudgetBalance> standings = new HashMap<>(ledger.lock(ids));
        drawn.forEach(
                (period, draw) -> standings.computeIfPresent(period, (id, s) -> s.without(draw)));
        return standings;
    }

    private Assessment judging(Connection connection, GestureRecord gesture, Money cost)
            throws SQLException {
        RuleSnapshot premises = keeper.current();
        Kind kind = premises.catalogue().kind(gesture.kind()).orElseThrow();
        return judging(connection, gesture, gesture.id(), kind, cost, true);
    }

    /**
     * What another kind would come to instead, asked for as this one was.
     *
     * @param cost of an entered kind; null: its preset
     */
    Assessment ofAnotherKind(GestureRecord gesture, UUID newId, String kindCode, Money cost) {
        Kind kind = keeper.current().catalogue().kind(kindCode).orElseThrow();
        Money costs =
                kind.presetMinor() == null
                        ? cost
                        : new Money(kind.presetMinor(), gesture.cost().currency());
        try (Connection connection = database.getConnection()) {
            return judging(connection, gesture, newId, kind, costs, false);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "what gesture " + gesture.id() + " is about could not be read", e);
        }
    }

    private Assessment judging(
            Connection connection,
            GestureRecord gesture,
            UUID id,
            Kind kind,
            Money cost,
            boolean done)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(REQUEST)) {
            select.setObject(1, gesture.id());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                Long customer = row.getObject("customer_id", Long.class);
                GestureRequest request = request(row, gesture, kind, cost, done);
                return new Assessment(
                        draft(id, request, gesture, kind, cost, row.getString("roles")),
                        customer == null
                                ? null
                                : new ResolvedRequest.KnownCustomer(
                                        customer,
                                        row.getString("tier"),
                                        row.getString("price_level")));
            }
        }
    }

    private GestureRequest request(
            ResultSet row, GestureRecord gesture, Kind kind, Money cost, boolean done)
            throws SQLException {
        Long damage = row.getObject("damage_minor", Long.class);
        boolean planned = !gesture.judgedFor().equals(gesture.receivedAt());
        return new GestureRequest(
                kind.code(),
                cost,
                row.getObject("minutes", Integer.class),
                row.getObject("distance_metres", Integer.class),
                row.getString("customer"),
                row.getString("visit"),
                gesture.place(),
                row.getString("touchpoint"),
                row.getString("occasion"),
                bends(row, gesture, kind),
                damage == null ? null : new Money(damage, cost.currency()),
                null,
                done ? gesture.judgedFor() : null,
                !done && planned ? gesture.judgedFor() : null,
                done,
                null,
                row.getString("incident"),
                null);
    }

    /** Another kind bends its own clauses, and those bent beyond the first one's. */
    private List<String> bends(ResultSet row, GestureRecord gesture, Kind kind)
            throws SQLException {
        List<String> bends = List.of((String[]) row.getArray("bends").getArray());
        if (kind.code().equals(gesture.kind())) {
            return bends;
        }
        List<String> ofTheFirst =
                keeper.current()
                        .catalogue()
                        .kindEver(gesture.kind())
                        .map(Kind::bends)
                        .orElse(List.of());
        return bends.stream().filter(clause -> !ofTheFirst.contains(clause)).toList();
    }

    private ResolvedRequest draft(
            UUID id,
            GestureRequest request,
            GestureRecord gesture,
            Kind kind,
            Money cost,
            String roles) {
        RuleSnapshot premises = keeper.current();
        Organization organization = premises.organization();
        Actor giver = giver(organization.person(gesture.personId()).orElseThrow(), roles);
        List<String> places = organization.upwards(gesture.place());
        List<ResolvedRequest.DrawnOn> draws =
                granting.drawnOn(
                        premises.budgets().drawnOn(places, gesture.personId(), gesture.judgedFor()),
                        gesture.judgedFor());
        return new ResolvedRequest(
                id,
                request,
                giver,
                premises,
                kind,
                gesture.place(),
                ResolvedRequest.siteOf(premises, gesture.place()),
                places,
                cost,
                gesture.judgedFor(),
                gesture.receivedAt(),
                Booking.onTime(gesture.judgedFor()),
                draws);
    }

    private static Actor giver(Person person, String roles) {
        return new Actor(
                person.id(),
                person.user(),
                person.name(),
                Arrays.stream(roles.split(","))
                        .flatMap(r -> Role.of(r).stream())
                        .collect(Collectors.toSet()),
                person.at(),
                person.rateMinor(),
                person.language());
    }

    private static void rewrite(Connection connection, Decision decision) throws SQLException {
        Answer answer = decision.answeredAlone().answer();
        try (PreparedStatement update = connection.prepareStatement(REWRITE)) {
            update.setString(1, answer.outcome().name());
            update.setString(2, answer.review() == null ? null : answer.review().code());
            update.setString(
                    3, StoredAnswer.of(answer).written(decision.draft().premises().organization()));
            update.setObject(4, answer.id());
            update.executeUpdate();
        }
    }
}
