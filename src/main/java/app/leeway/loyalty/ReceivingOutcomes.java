package app.leeway.loyalty;

import app.leeway.audit.AuditNote;
import app.leeway.audit.AuditTrail;
import app.leeway.organization.Organizations;
import app.leeway.shared.Complaint;
import app.leeway.shared.JsonParts;
import app.leeway.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes in what customers did later: each message for itself, once for ever, in any order. What is
 * wrong is said and changes nothing; the rest of its batch is taken.
 */
@ApplicationScoped
public class ReceivingOutcomes {

    /** How far a source's clock may be ahead. */
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(5);

    /** Before it, nobody kept such things in a computer. */
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

    @Inject Organizations organizations;
    @Inject OutcomeStore store;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /** The same, when nothing else is written of them. */
    @Transactional
    public IngestResult receive(Long by, List<Received> messages) {
        return receive(by, messages, reception -> {});
    }

    /**
     * @param by who brings them; null for a machine
     * @param beside what else is written of them, in the same transaction; before the record, whose
     *     head is locked last
     */
    @Transactional
    public IngestResult receive(Long by, List<Received> messages, Consumer<IngestResult> beside) {
        String currency = organizations.current().company().currency();
        ZoneId zone = organizations.current().company().zone();
        Instant latest = clock.instant().plus(CLOCK_SLACK);
        List<Received> fit = new ArrayList<>();
        List<IngestResult.Refused> refused = new ArrayList<>();
        for (Received message : messages) {
            List<Violation> problems =
                    message.outcome() == null
                            ? message.problems()
                            : problems(message.outcome(), currency, zone, latest);
            if (problems.isEmpty()) {
                fit.add(message);
            } else {
                refused.add(new IngestResult.Refused(message.position(), problems));
            }
        }
        IngestResult reception = store.write(fit, zone).plus(refused);
        beside.accept(reception);
        if (reception.added() > 0) {
            audit.append(List.of(note(by, fit, reception)));
        }
        return reception;
    }

    private static List<Violation> problems(
            Outcome outcome, String currency, ZoneId zone, Instant latest) {
        List<Violation> problems = new ArrayList<>();
        if (outcome.amount() != null
                && !outcome.amount().currency().getCurrencyCode().equals(currency)) {
            problems.add(
                    new Violation(
                            "amount.currency",
                            Complaint.of(
                                    "wrong-currency.outcome",
                                    currency,
                                    outcome.amount().currency())));
        }
        if (outcome.at().isAfter(latest)) {
            problems.add(
                    new Violation("time", Complaint.of("in-the-future.outcome", outcome.at())));
        }
        if (outcome.at().isBefore(EARLIEST.atStartOfDay(zone).toInstant())) {
            problems.add(new Violation("time", Complaint.of("too-early.outcome", outcome.at())));
        }
        return problems;
    }

    private static AuditNote note(Long by, List<Received> fit, IngestResult reception) {
        String figures =
                JsonParts.object()
                        .add("added", reception.added())
                        .add("repeated", reception.repeated())
                        .add("refused", reception.refused().size())
                        .add("digest", OutcomeStore.digest(fit))
                        .build()
                        .toString();
        String source = fit.get(0).outcome().source();
        return new AuditNote(by, "outcomes.received", source, null, figures);
    }
}
