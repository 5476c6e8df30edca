package app.leeway.bench;

import app.leeway.guardrail.Guardrail;
import app.leeway.guardrail.Measure;
import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Proposal;
import app.leeway.guardrail.Scope;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Rules and proposals as a company of some size has them. */
final class RuleSet {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final int KINDS = 8;
    private static final int DAYS_BETWEEN = 7;

    private RuleSet() {}

    /**
     * Three quarters of them about the amount of one kind of gesture, the others about what a
     * customer got in thirty days.
     *
     * @param revisions of each rule; the last one holds today, and is the same whatever their
     *     number
     */
    static List<Guardrail> guardrails(int rules, int revisions) {
        List<Guardrail> guardrails = new ArrayList<>();
        for (int rule = 0; rule < rules; rule++) {
            for (int revision = 1; revision <= revisions; revision++) {
                guardrails.add(guardrail(rule, revision, revisions - revision));
            }
        }
        return guardrails;
    }

    private static Guardrail guardrail(int rule, int revision, int later) {
        Scope scope =
                new Scope(
                        rule % 5 == 0 ? null : "kind-" + rule % KINDS,
                        null,
                        rule % 4 == 0 ? "manager" : "staff",
                        null,
                        rule % 3 == 0 ? "gold" : null,
                        null,
                        null,
                        null);
        boolean sum = rule % 4 == 1;
        Measure measure =
                sum
                        ? new Measure(
                                Measure.Type.SUM, Measure.Key.CUSTOMER, Period.ofDays(30), null)
                        : new Measure(Measure.Type.AMOUNT, Measure.Key.GESTURE, null, null);
        return new Guardrail(
                "rule-" + rule,
                revision,
                TODAY.minusDays(1 + (long) DAYS_BETWEEN * later),
                null,
                scope,
                measure,
                (sum ? 150_000 : 40_000) + 1000L * rule,
                rule % 7 == 0 ? Outcome.GO_AND_TELL : Outcome.ASK,
                List.of());
    }

    /**
     * Small ones, as most gestures are; rules speak about the large ones.
     *
     * @param largeEvery one in so many is large, the first among them
     */
    static List<Proposal> proposals(int number, int largeEvery) {
        Random random = new Random(4);
        List<Proposal> proposals = new ArrayList<>();
        for (int n = 0; n < number; n++) {
            boolean large = n % largeEvery == 0;
            proposals.add(
                    proposal(n, large ? 60_000 + random.nextInt(60_000) : random.nextInt(20_000)));
        }
        return proposals;
    }

    private static Proposal proposal(int n, long minor) {
        String kind = "kind-" + n % KINDS;
        return new Proposal(
                kind,
                new LocalizedText(kind, kind),
                "care",
                false,
                Set.of("staff"),
                List.of("site-" + n % 200, "north", "nordlyst"),
                "site-" + n % 200,
                n % 500,
                (long) n,
                n % 10 == 0 ? "gold" : "basic",
                "visit-" + n,
                null,
                null,
                List.of(),
                Money.of(minor, "SEK"),
                NOON,
                null,
                ZONE);
    }

    /** What the customer of a proposal got in thirty days. */
    static long givenBefore(Proposal proposal) {
        return 10_000 + proposal.customer() % 50;
    }
}
