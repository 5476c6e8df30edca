package app.leeway.gesture;

import app.leeway.budget.Booking;
import app.leeway.budget.Budget;
import app.leeway.budget.BudgetBalance;
import app.leeway.budget.BudgetBalances;
import app.leeway.catalogue.Kind;
import app.leeway.gesture.CountingGestures.Counted;
import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Question;
import app.leeway.guardrail.Threshold;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Person;
import app.leeway.organization.Role;
import app.leeway.shared.Money;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The leeway of one person at one place, now: kinds, room, and where the rules would begin to
 * speak.
 */
@ApplicationScoped
public class LeewayQuery {

    @Inject Access access;

    @Inject RuleSnapshot.Keeper keeper;

    @Inject BudgetBalances standings;

    @Inject CountingGestures counting;

    @Inject MostUsed mostUsed;

    @Inject Clock clock;

    /**
     * @param place code of a unit where the actor may act; null: their own
     * @throws RefusedException NOT_FOUND for an unknown place, OUTSIDE_YOUR_AREA for somebody
     *     else's
     */
    @Transactional
    public Leeway leeway(String place, Actor actor) {
        access.require(actor, Role.STAFF, Role.MANAGER);
        RuleSnapshot premises = keeper.current();
        Person person = premises.organization().person(actor.personId()).orElseThrow();
        String here = place == null ? actor.at() : place;
        checkPlace(here, person, premises);
        Instant now = clock.instant();
        List<Budget> drawnOn =
                premises.budgets()
                        .drawnOn(premises.organization().upwards(here), actor.personId(), now);
        BudgetSnapshot glance = new BudgetSnapshot(standings.at(drawnOn, now));
        String site = ResolvedRequest.siteOf(premises, here);
        List<Assessment> judgings =
                kinds(premises, here, site, now).stream()
                        .map(
                                kind ->
                                        new Assessment(
                                                draft(
                                                        kind,
                                                        here,
                                                        site,
                                                        actor,
                                                        premises,
                                                        now,
                                                        glance.draws()),
                                                null))
                        .toList();
        return new Leeway(
                person,
                here,
                site,
                now,
                premises.organization().zoneOf(here),
                premises.currency(),
                premises.organization().lateEntries().days(),
                headroom(glance, premises.currency()),
                offers(judgings, glance.byPeriod(), premises));
    }

    private static void checkPlace(String place, Person person, RuleSnapshot premises) {
        if (premises.organization().unit(place).isEmpty()) {
            throw new RefusedException(Refusal.NOT_FOUND, "there is no place '" + place + "'");
        }
        if (!premises.organization().mayActAt(person, place)) {
            throw new RefusedException(
                    Refusal.OUTSIDE_YOUR_AREA, person.user() + " does not act at " + place);
        }
    }

    private List<Kind> kinds(RuleSnapshot premises, String place, String site, Instant now) {
        Map<String, Long> uses = mostUsed.at(place, now);
        return premises.catalogue().kinds().stream()
                .filter(kind -> kind.isAt(site))
                .sorted(Comparator.comparing((Kind kind) -> -uses.getOrDefault(kind.code(), 0L)))
                .toList();
    }

    private static ResolvedRequest draft(
            Kind kind,
            String place,
            String site,
            Actor actor,
            RuleSnapshot premises,
            Instant now,
            List<ResolvedRequest.DrawnOn> draws) {
        GestureRequest nothing =
                new GestureRequest(
                        kind.code(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        place,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null);
        return new ResolvedRequest(
                new UUID(0, 0),
                nothing,
                actor,
                premises,
                kind,
                place,
                site,
                premises.organization().upwards(place),
                Money.of(0, premises.currency()),
                now,
                now,
                Booking.onTime(now),
                draws);
    }

    private List<Leeway.Offer> offers(
            List<Assessment> judgings, Map<Long, BudgetBalance> standings, RuleSnapshot premises) {
        List<Question> questions =
                judgings.stream().flatMap(j -> j.questions().stream()).distinct().toList();
        Map<Question, Counted> counted =
                counting.count(questions, premises.organization(), List.of());
        return judgings.stream()
                .map(
                        j ->
                                offer(
                                        j.draft().kind(),
                                        j.bounds(counted, standings),
                                        premises.currency()))
                .toList();
    }

    private static Leeway.Offer offer(Kind kind, List<Threshold> bounds, String currency) {
        List<Threshold> lowestFirst =
                bounds.stream().sorted(Comparator.comparingLong(Threshold::aboveMinor)).toList();
        Money goUpTo =
                lowestFirst.stream()
                        .filter(b -> b.outcome().compareTo(Outcome.ASK) >= 0)
                        .findFirst()
                        .map(b -> Money.of(Math.max(0, b.aboveMinor()), currency))
                        .orElse(null);
        return new Leeway.Offer(kind, lowestFirst, goUpTo);
    }

    private static List<Answer.Headroom> headroom(BudgetSnapshot glance, String currency) {
        return glance.standings().entrySet().stream()
                .map(seen -> headroom(seen.getKey(), seen.getValue(), currency))
                .toList();
    }

    private static Answer.Headroom headroom(
            Budget budget, BudgetBalance standing, String currency) {
        return new Answer.Headroom(
                budget.code(),
                Money.of(standing.leftMinor(), currency),
                Money.of(standing.limitMinor(), currency),
                budget.periodCode(),
                budget.ofPerson() != null);
    }
}
