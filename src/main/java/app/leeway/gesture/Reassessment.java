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
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * A gesture that cost more than was held, judged as what has been done, as if it had not been
 * judged before.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Reassessment {

    private static final String REQUEST =
            """
            SELECT g.minutes, g.distance_metres, c.code AS customer, g.customer_id, g.tier,
                   g.price_level, g.incident, g.visit, g.touchpoint, g.occasion, g.damage_minor,
                   g.roles,
                   array(SELECT b.clause FROM gesture_bend b WHERE b.gesture_id = g.id) AS bends
              FROM gesture g LEFT JOIN customer c ON c.id = g.customer_id WHERE g.id = :id
            """;
    private static final String REWRITE =
            """
            UPDATE gesture SET outcome = :outcome, review = :review, verdict_anew = :verdict
             WHERE id = :id
            """;

    /** What was asked for once. */
    private record Asked(
            Integer minutes,
            Integer distanceMetres,
            String customer,
            Long customerId,
            String tier,
            String priceLevel,
            String incident,
            String visit,
            String touchpoint,
            String occasion,
            Long damageMinor,
            String roles,
            List<String> bends) {

        ResolvedRequest.KnownCustomer knownCustomer() {
            return customerId == null
                    ? null
                    : new ResolvedRequest.KnownCustomer(customerId, tier, priceLevel);
        }
    }

    private static final RecordMapper<Asked> ASKED = RecordMapper.of(Asked.class);

    @Inject Jdbi jdbi;

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
        Assessment judging = judging(gesture, cost);
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
        rewrite(decision);
        return decision;
    }

    private Map<Long, BudgetBalance> standings(ResolvedRequest draft, Map<Long, Allocation> drawn) {
        TreeSet<Long> ids = new TreeSet<>(drawn.keySet());
        ids.addAll(draft.periodIds());
        Map<Long, BudgetBalance> standings = new HashMap<>(ledger.lock(ids));
        drawn.forEach(
                (period, draw) -> standings.computeIfPresent(period, (id, s) -> s.without(draw)));
        return standings;
    }

    private Assessment judging(GestureRecord gesture, Money cost) {
        RuleSnapshot premises = keeper.current();
        Kind kind = premises.catalogue().kind(gesture.kind()).orElseThrow();
        return judging(gesture, gesture.id(), kind, cost, true);
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
        return judging(gesture, newId, kind, costs, false);
    }

    private Assessment judging(
            GestureRecord gesture, UUID id, Kind kind, Money cost, boolean done) {
        Asked asked =
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(REQUEST)
                                        .bind("id", gesture.id())
                                        .map(ASKED)
                                        .one());
        GestureRequest request = request(asked, gesture, kind, cost, done);
        return new Assessment(
                draft(id, request, gesture, kind, cost, asked.roles()), asked.knownCustomer());
    }

    private GestureRequest request(
            Asked asked, GestureRecord gesture, Kind kind, Money cost, boolean done) {
        boolean planned = !gesture.judgedFor().equals(gesture.receivedAt());
        return new GestureRequest(
                kind.code(),
                cost,
                asked.minutes(),
                asked.distanceMetres(),
                asked.customer(),
                asked.visit(),
                gesture.place(),
                asked.touchpoint(),
                asked.occasion(),
                bends(asked.bends(), gesture, kind),
                asked.damageMinor() == null
                        ? null
                        : new Money(asked.damageMinor(), cost.currency()),
                null,
                done ? gesture.judgedFor() : null,
                !done && planned ? gesture.judgedFor() : null,
                done,
                null,
                asked.incident(),
                null);
    }

    /** Another kind bends its own clauses, and those bent beyond the first one's. */
    private List<String> bends(List<String> bends, GestureRecord gesture, Kind kind) {
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

    private void rewrite(Decision decision) {
        Answer answer = decision.answeredAlone().answer();
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(REWRITE)
                                .bind("outcome", answer.outcome().name())
                                .bind("review", GestureColumns.reviewCode(answer))
                                .bind(
                                        "verdict",
                                        StoredAnswer.of(answer)
                                                .written(
                                                        decision.draft().premises().organization()))
                                .bind("id", answer.id())
                                .execute());
    }
}
