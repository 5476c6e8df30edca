package app.leeway.budget;

import app.leeway.organization.Actor;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.organization.Role;
import app.leeway.shared.Money;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Budgets as people look at them. Everybody sees those that their own gestures draw on; managers
 * and leaders also those below them, stewards and auditors all.
 */
@ApplicationScoped
public class LookingAtBudgets {

    @Inject Budgets budgets;

    @Inject Organizations organizations;

    @Inject Periods periods;

    @Inject BudgetBalances standings;

    @Inject LedgerReading reading;

    @Inject Clock clock;

    /** Every budget that the actor may see, as it stands now, in the company file's order. */
    @Transactional
    public List<BudgetLine> all(Actor actor) {
        Organization organization = organizations.current();
        Instant now = clock.instant();
        return budgets.current().budgets().stream()
                .filter(b -> sees(actor, b, organization))
                .filter(b -> b.periodHolding(now).isPresent())
                .map(b -> line(b, now, organization))
                .toList();
    }

    /**
     * @param when an instant of the period that is meant
     * @throws RefusedException NOT_FOUND for an unknown code, or a span that does not hold the
     *     instant; OUTSIDE_YOUR_AREA for somebody else's
     */
    @Transactional
    public BudgetLine one(String code, Instant when, Actor actor) {
        Organization organization = organizations.current();
        return line(visible(code, actor, organization), when, organization);
    }

    /**
     * A page of the entries of the period that holds the instant, newest first.
     *
     * @param before the key of the last entry of the page before; null for the first page
     */
    @Transactional
    public List<LedgerEntry> entries(
            String code, Instant when, Long before, int limit, Actor actor) {
        Budget budget = visible(code, actor, organizations.current());
        Long period = period(budget, when);
        return period == null ? List.of() : reading.entries(period, before, limit);
    }

    /** What is held on the budget now, and by whom, the oldest first. */
    @Transactional
    public List<LedgerEntry> held(String code, Actor actor) {
        Budget budget = visible(code, actor, organizations.current());
        Long period = period(budget, clock.instant());
        return period == null ? List.of() : reading.held(period);
    }

    private Budget visible(String code, Actor actor, Organization organization) {
        Budget budget =
                budgets.current()
                        .budget(code)
                        .orElseThrow(
                                () ->
                                        new RefusedException(
                                                Refusal.NOT_FOUND,
                                                "there is no budget '" + code + "'"));
        if (!sees(actor, budget, organization)) {
            throw new RefusedException(
                    Refusal.OUTSIDE_YOUR_AREA, "that budget is outside the part you see");
        }
        return budget;
    }

    private static boolean sees(Actor actor, Budget budget, Organization organization) {
        if (actor.is(Role.AUDITOR) || actor.is(Role.STEWARD)) {
            return true;
        }
        boolean above = actor.is(Role.MANAGER) || actor.is(Role.LEADER);
        if (budget.ofPerson() != null) {
            String at = organization.person(budget.ofPerson()).map(Person::at).orElse(null);
            return budget.ofPerson() == actor.personId()
                    || above && organization.holds(actor.at(), at);
        }
        return organization.holds(budget.ofUnit(), actor.at())
                || above && organization.holds(actor.at(), budget.ofUnit());
    }

    private BudgetLine line(Budget budget, Instant when, Organization organization) {
        Span span = span(budget, when);
        BudgetBalance standing = standings.at(List.of(budget), when).get(budget);
        String currency = organization.company().currency();
        return new BudgetLine(
                budget.code(),
                budget.ofUnit(),
                Optional.ofNullable(budget.ofPerson())
                        .flatMap(organization::person)
                        .map(Person::user)
                        .orElse(null),
                budget.periodCode(),
                span.from(),
                span.until(),
                Money.of(standing.limitMinor(), currency),
                Money.of(standing.heldMinor(), currency),
                Money.of(standing.spentMinor(), currency),
                Money.of(standing.overdraftMinor(), currency),
                budget.exhausted());
    }

    /** Null while nobody has drawn on it. */
    private Long period(Budget budget, Instant when) {
        span(budget, when);
        return periods.find(budget, when);
    }

    private static Span span(Budget budget, Instant when) {
        return budget.periodHolding(when)
                .orElseThrow(
                        () ->
                                new RefusedException(
                                        Refusal.NOT_FOUND,
                                        budget.code() + " has no money at " + when));
    }
}
