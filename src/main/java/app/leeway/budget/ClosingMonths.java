package app.leeway.budget;

import app.leeway.audit.AuditNote;
import app.leeway.audit.AuditTrail;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.OrgUnit;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Role;
import app.leeway.shared.JsonParts;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A steward closes a month: from then on no figure of a budget's period that ended in it changes.
 * To open it again takes two stewards: one asks, another one does it.
 */
@ApplicationScoped
public class ClosingMonths {

    private static final int SHOWN = 24;

    @Inject Access access;
    @Inject Organizations organizations;
    @Inject MonthClosings closings;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /** Months that have ended and in which money was given, the newest first. */
    @Transactional
    public List<MonthLine> months(Actor actor) {
        access.require(actor, Role.STEWARD, Role.AUDITOR);
        Instant now = now();
        return closings.months(now).entrySet().stream()
                .filter(month -> !end(month.getKey()).isAfter(now))
                .sorted(Comparator.comparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .limit(SHOWN)
                .map(month -> line(month.getKey(), month.getValue()))
                .toList();
    }

    /**
     * @throws RefusedException NOT_ALLOWED; WRONG_STATE when it has not ended everywhere, is closed
     *     already, or gestures of it are still held or wait for an answer
     */
    @Transactional
    public MonthLine close(YearMonth month, Actor actor) {
        access.require(actor, Role.STEWARD);
        Instant now = now();
        if (end(month).isAfter(now)) {
            throw wrong(month + " has not ended");
        }
        closings.takeAlone();
        long open = closings.stillOpen(end(month));
        if (open > 0) {
            throw wrong(open + " gestures of " + month + " or before are still held or wait");
        }
        if (!closings.close(month, actor.personId(), now)) {
            throw wrong(month + " is closed already");
        }
        MonthClosings.Figures figures = closings.figures(month);
        String after =
                JsonParts.object()
                        .add("spent", figures.spentMinor())
                        .add("overdraft", figures.overdraftMinor())
                        .build()
                        .toString();
        note("month.closed", month, after, actor);
        return line(month, closing(month));
    }

    /**
     * The first steward asks for it, another one opens it.
     *
     * @throws RefusedException NOT_ALLOWED; WRONG_STATE when it is not closed, or the same steward
     *     has asked
     */
    @Transactional
    public MonthLine reopen(YearMonth month, Actor actor) {
        access.require(actor, Role.STEWARD);
        closings.takeAlone();
        MonthLine.Closing closing =
                closing(month).orElseThrow(() -> wrong(month + " is not closed"));
        if (closing.reopenAskedBy() == null) {
            closings.askToReopen(closing, actor.personId(), now());
            note("month.reopen-asked", month, null, actor);
        } else if (closing.reopenAskedBy() == actor.personId()) {
            throw wrong("another steward opens " + month + " again: you have asked for it");
        } else {
            closings.reopen(closing, actor.personId(), now());
            note("month.reopened", month, null, actor);
        }
        return line(month, closing(month));
    }

    private Optional<MonthLine.Closing> closing(YearMonth month) {
        return closings.months(now()).getOrDefault(month, Optional.empty());
    }

    private MonthLine line(YearMonth month, Optional<MonthLine.Closing> closing) {
        int days = organizations.current().lateEntries().days();
        return new MonthLine(month, end(month).plus(days, ChronoUnit.DAYS), closing.orElse(null));
    }

    /** When it has ended in every unit. */
    private Instant end(YearMonth month) {
        Organization organization = organizations.current();
        return Stream.concat(
                        Stream.of(organization.company().zone()),
                        organization.units().stream().map(OrgUnit::zone))
                .map(zone -> month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private void note(String what, YearMonth month, String after, Actor actor) {
        audit.append(List.of(new AuditNote(actor.personId(), what, month.toString(), null, after)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static RefusedException wrong(String why) {
        return new RefusedException(Refusal.WRONG_STATE, why);
    }
}
