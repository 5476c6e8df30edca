package app.leeway.gesture;

import app.leeway.budget.Booking;
import app.leeway.budget.Budget;
import app.leeway.catalogue.Kind;
import app.leeway.guardrail.Proposal;
import app.leeway.organization.Actor;
import app.leeway.organization.OrgUnit;
import app.leeway.shared.Money;
import app.leeway.shared.Spelling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A request that can be read against the company's premises: everything is known that does not need
 * the database's newest figures. What the customer's code stands for is filled in by {@link
 * #proposal}.
 *
 * @param booking when it happened and was logged: decides in which periods it is booked
 * @param draws the budgets it draws on, the person's own first, each with the key of its period
 */
record ResolvedRequest(
        UUID id,
        GestureRequest request,
        Actor actor,
        RuleSnapshot premises,
        Kind kind,
        String place,
        String site,
        List<String> places,
        Money cost,
        Instant judgedFor,
        Instant receivedAt,
        Booking booking,
        List<DrawnOn> draws) {

    /** A budget and the key of its period at the time judged for. */
    record DrawnOn(Budget budget, long periodId) {

        boolean own() {
            return budget.ofPerson() != null;
        }
    }

    /** A customer as guardrails see them. */
    record KnownCustomer(long id, String tier, String priceLevel) {}

    /** The same, drawing on these. */
    ResolvedRequest drawingOn(List<DrawnOn> budgets) {
        return new ResolvedRequest(
                id,
                request,
                actor,
                premises,
                kind,
                place,
                site,
                places,
                cost,
                judgedFor,
                receivedAt,
                booking,
                budgets);
    }

    /** The budgets that it draws on, the person's own first. */
    List<Budget> budgets() {
        return premises.budgets().drawnOn(places, actor.personId(), judgedFor);
    }

    /**
     * When it was logged, for a late entry that counts on that day as well; else null. What is
     * older than the company lets pass needs a manager's yes anyhow, so it need not count twice.
     */
    Instant toldAt() {
        return booking.isLate() && !booking.isLongAgo() ? receivedAt : null;
    }

    /** When it was logged, where some budget's own period had closed by then; else null. */
    Instant bookedOn() {
        boolean moved =
                booking.isLate()
                        && draws.stream().anyMatch(d -> !booking.on(d.budget()).equals(judgedFor));
        return moved ? receivedAt : null;
    }

    /** Those of the kind first, then those of the request. */
    List<String> bends() {
        return Stream.concat(kind.bends().stream(), request.bends().stream()).distinct().toList();
    }

    /** What had happened, as said, or as the kind usually answers; null: nothing. */
    String incident() {
        return request.incident() == null ? kind.answers() : request.incident();
    }

    /** A kind that wants a customer, without one: what has been done is recorded all the same. */
    boolean lacksCustomer() {
        return kind.customerRequired() && request.customer() == null;
    }

    /**
     * @param customer null when none was named
     */
    Proposal proposal(KnownCustomer customer) {
        return new Proposal(
                kind.code(),
                kind.name(),
                kind.category(),
                kind.outreach(),
                roleCodes(),
                places,
                site,
                actor.personId(),
                customer == null ? null : customer.id(),
                customer == null ? null : customer.tier(),
                Spelling.key(request.visit()),
                request.touchpoint(),
                request.moment(),
                bends(),
                cost,
                judgedFor,
                toldAt(),
                premises.organization().zoneOf(place));
    }

    java.util.Set<String> roleCodes() {
        return actor.roles().stream()
                .map(r -> r.code())
                .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
    }

    List<Long> periodIds() {
        List<Long> ids = new ArrayList<>();
        draws.forEach(d -> ids.add(d.periodId()));
        return ids;
    }

    /** Not yet known whether a unit in between is a site. */
    static String siteOf(RuleSnapshot premises, String place) {
        return premises.organization().siteOf(place).map(OrgUnit::code).orElse(null);
    }
}
