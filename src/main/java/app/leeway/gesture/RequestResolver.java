package app.leeway.gesture;

import app.leeway.budget.Booking;
import app.leeway.budget.Budget;
import app.leeway.budget.ClosedMonths;
import app.leeway.budget.Periods;
import app.leeway.catalogue.Kind;
import app.leeway.guardrail.Clause;
import app.leeway.organization.Actor;
import app.leeway.organization.Organization;
import app.leeway.organization.Person;
import app.leeway.shared.Money;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Reads a request against the company: what is unknown, impossible or out of reach is said, all at
 * once.
 */
@ApplicationScoped
class RequestResolver {

    static final Duration CLOCK_SLACK = Duration.ofMinutes(2);
    static final Duration FARTHEST_AHEAD = Duration.ofDays(90);

    /** Five years: nothing is logged of what lies further back. */
    static final Duration FARTHEST_BACK = Duration.ofDays(5 * 366);

    @Inject Clock clock;

    @Inject Periods periods;

    @Inject ClosedMonths closed;

    /**
     * Ready to be logged: the periods that it draws on are opened where it is the first to do so.
     */
    ResolvedRequest draft(UUID id, GestureRequest request, Actor actor, RuleSnapshot premises) {
        ResolvedRequest read = read(id, request, actor, premises);
        List<ResolvedRequest.DrawnOn> draws = new ArrayList<>();
        for (Budget budget : read.budgets()) {
            Instant booked = read.booking().on(budget);
            Long known = periods.known(budget, booked);
            long period = known != null ? known : periods.open(budget, booked);
            draws.add(new ResolvedRequest.DrawnOn(budget, period));
        }
        return read.drawingOn(draws);
    }

    /** For whoever only looks: drawing on nothing yet. */
    ResolvedRequest read(UUID id, GestureRequest request, Actor actor, RuleSnapshot premises) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the store keeps it
        List<Violation> violations = new ArrayList<>();
        Kind kind =
                known(premises.catalogue().kind(request.kind()).orElse(null), "kind", violations);
        String place = place(request, actor, premises.organization(), violations);
        checkTimes(request, now, violations);
        checkCodes(request, premises, violations);
        Money cost =
                kind == null
                        ? null
                        : new Costing(kind, request, actor, premises.currency()).cost(violations);
        String site = place == null ? null : ResolvedRequest.siteOf(premises, place);
        if (kind != null && place != null && !kind.isAt(site)) {
            violations.add(
                    new Violation(
                            "kind", "kind-not-here", kind.code() + " is not given at " + place));
        }
        if (kind != null
                && kind.customerRequired()
                && request.customer() == null
                && !request.done()) {
            violations.add(
                    new Violation(
                            "customer", "customer-needed", kind.code() + " needs a customer"));
        }
        Instant judgedFor = judgedFor(request, now);
        Booking booking =
                place == null
                        ? Booking.onTime(judgedFor)
                        : booking(request, judgedFor, now, premises, place);
        if (booking.isLongAgo() && request.lateReason() == null) {
            violations.add(reasonNeeded(booking));
        }
        if (!violations.isEmpty()) {
            throw new RefusedException(Refusal.INVALID, violations.get(0).message(), violations);
        }
        List<String> places = premises.organization().upwards(place);
        return new ResolvedRequest(
                id, request, actor, premises, kind, place, site, places, cost, judgedFor, now,
                booking, List.of());
    }

    /** It is late when it is logged on a later day than it happened on, by the calendar there. */
    private Booking booking(
            GestureRequest request,
            Instant happened,
            Instant now,
            RuleSnapshot premises,
            String at) {
        ZoneId zone = premises.organization().zoneOf(at);
        boolean isLate =
                request.done()
                        && !happened.isBefore(now.minus(FARTHEST_BACK)) // refused, and no date
                        && LocalDate.ofInstant(happened, zone)
                                .isBefore(LocalDate.ofInstant(now, zone));
        return isLate
                ? new Booking(
                        happened, now, premises.organization().lateEntries().days(), closed.now())
                : Booking.onTime(happened);
    }

    private static Violation reasonNeeded(Booking booking) {
        return new Violation(
                "lateReason",
                "late-reason-needed",
                "what happened more than "
                        + booking.withinDays()
                        + " days ago needs a reason, and a manager looks at it");
    }

    private static Instant judgedFor(GestureRequest request, Instant now) {
        if (request.plannedFor() != null) {
            return request.plannedFor().truncatedTo(ChronoUnit.MICROS);
        }
        return request.occurredAt() == null
                ? now
                : request.occurredAt().truncatedTo(ChronoUnit.MICROS);
    }

    private static String place(
            GestureRequest request,
            Actor actor,
            Organization organization,
            List<Violation> violations) {
        if (request.site() == null) {
            return actor.at();
        }
        if (organization.unit(request.site()).isEmpty()) {
            violations.add(
                    new Violation(
                            "site", "unknown-site", "there is no site '" + request.site() + "'"));
            return null;
        }
        Person person = organization.person(actor.personId()).orElseThrow();
        if (!organization.mayActAt(person, request.site())) {
            throw new RefusedException(
                    Refusal.OUTSIDE_YOUR_AREA,
                    actor.user() + " acts at " + person.at() + ", not at " + request.site());
        }
        return request.site();
    }

    private static void checkTimes(
            GestureRequest request, Instant now, List<Violation> violations) {
        Instant occurred = request.occurredAt();
        Instant planned = request.plannedFor();
        if (occurred != null && !request.done()) {
            violations.add(
                    new Violation(
                            "occurredAt",
                            "occurred-and-asked",
                            "what is asked for has not happened: use plannedFor, or done"));
        }
        if (occurred != null && occurred.isAfter(now.plus(CLOCK_SLACK))) {
            violations.add(
                    new Violation("occurredAt", "in-the-future", occurred + " has not come yet"));
        }
        if (occurred != null && occurred.isBefore(now.minus(FARTHEST_BACK))) {
            violations.add(
                    new Violation(
                            "occurredAt",
                            "too-long-ago",
                            occurred + " is more than five years ago: nothing is logged of it"));
        }
        if (request.customerWaiting() != null && (request.done() || planned != null)) {
            violations.add(
                    new Violation(
                            "customerWaiting",
                            "waiting-for-what",
                            "a customer waits only for what is asked for now"));
        }
        if (planned != null && request.done()) {
            violations.add(
                    new Violation(
                            "plannedFor",
                            "planned-and-done",
                            "what has been done is not planned: use occurredAt"));
        }
        if (planned != null && planned.isBefore(now.minus(CLOCK_SLACK))) {
            violations.add(new Violation("plannedFor", "in-the-past", planned + " has passed"));
        }
        if (planned != null && planned.isAfter(now.plus(FARTHEST_AHEAD))) {
            violations.add(
                    new Violation(
                            "plannedFor",
                            "too-far-ahead",
                            "at most " + FARTHEST_AHEAD.toDays() + " days ahead"));
        }
    }

    private static void checkCodes(
            GestureRequest request, RuleSnapshot premises, List<Violation> violations) {
        List<String> clauses = premises.guardrails().clauses().stream().map(Clause::code).toList();
        for (String clause : request.bends()) {
            if (!clauses.contains(clause)) {
                violations.add(
                        new Violation(
                                "bends", "unknown-clause", "there is no clause '" + clause + "'"));
            }
        }
        checkCurrency("cost", request.cost(), premises, violations);
        checkCurrency("damage", request.damage(), premises, violations);
        if (request.touchpoint() != null) {
            known(
                    premises.catalogue().touchpoint(request.touchpoint()).orElse(null),
                    "touchpoint",
                    violations);
        }
        if (request.incident() != null) {
            known(
                    premises.catalogue().incident(request.incident()).orElse(null),
                    "incident",
                    violations);
        }
        if (request.moment() != null) {
            violations.add(
                    new Violation(
                            "moment",
                            "unknown-moment",
                            "there is no moment '" + request.moment() + "'"));
        }
    }

    private static void checkCurrency(
            String field, Money money, RuleSnapshot premises, List<Violation> violations) {
        if (money != null && !money.currency().getCurrencyCode().equals(premises.currency())) {
            violations.add(
                    new Violation(
                            field + ".currency",
                            "wrong-currency",
                            "the budgets are in "
                                    + premises.currency()
                                    + ", not in "
                                    + money.currency()));
        }
    }

    private static <T> T known(T found, String field, List<Violation> violations) {
        if (found == null) {
            violations.add(new Violation(field, "unknown-" + field, "there is no such " + field));
        }
        return found;
    }
}
