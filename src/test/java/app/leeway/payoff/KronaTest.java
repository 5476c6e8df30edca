package app.leeway.payoff;

import static app.leeway.payoff.Published.agrees;
import static app.leeway.payoff.Published.number;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.payoff.statistics.Difference;
import app.leeway.payoff.statistics.Estimate;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an independent implementation in R made of the same world. */
class KronaTest {

    private static final int MANY = 20_000;
    private static final long SEED = 20260731L;

    private static List<Krona.Customer> customers;
    private static Report report;

    @BeforeAll
    static void look() {
        customers = Krona.customers(MANY, SEED, Krona.World.BASE);
        report =
                Payoff.estimate(
                        customers.stream().map(Krona.Customer::episode).toList(), Krona.asked());
    }

    @Test
    void both_lenses_and_every_kind_agree_to_the_ninth_digit() {
        for (CSVRecord row : Published.rows("krona1.csv")) {
            String kind = row.get("kind");
            Evidence evidence = report.finding(group(kind)).orElseThrow().evidence();
            Estimate past = evidence.past().uncapped();
            Estimate seen = evidence.seen().uncapped();
            Estimate retention = evidence.past().retention();

            assertThat(evidence.all()).isEqualTo((int) number(row, "n_all"));
            assertThat(past.treated()).isEqualTo((int) number(row, "n1"));
            assertThat(past.controls()).isEqualTo((int) number(row, "n0"));
            assertThat(past.strata()).isEqualTo((int) number(row, "strata"));
            agrees(kind + " effect", past.effect().value(), number(row, "tauA"));
            agrees(kind + " error", past.effect().error(), number(row, "seA"));
            agrees(kind + " cost", past.cost(), number(row, "cost"));
            agrees(kind + " net", past.net().value(), number(row, "net"));
            agrees(kind + " net error", past.net().error(), number(row, "net_se"));
            agrees(kind + " per krona", past.perKrona().value(), number(row, "roi"));
            agrees(kind + " its error", past.perKrona().error(), number(row, "roi_se"));
            agrees(kind + " effective", past.effectiveControls(), number(row, "ess0"));
            agrees(kind + " seen", seen.effect().value(), number(row, "tauB"));
            agrees(kind + " seen error", seen.effect().error(), number(row, "seB"));
            agrees(kind + " retention", retention.effect().value(), number(row, "ret"));
            agrees(kind + " its error", retention.effect().error(), number(row, "ret_se"));
            agrees(kind + " placebo", evidence.placebo().effect().value(), number(row, "placebo"));
            agrees(
                    kind + " its error",
                    evidence.placebo().effect().error(),
                    number(row, "placebo_se"));
        }
    }

    @Test
    void what_is_easily_worked_out_is_as_wrong_as_published() {
        for (CSVRecord row : Published.rows("krona1.csv")) {
            Naive naive = report.finding(group(row.get("kind"))).orElseThrow().evidence().naive();

            agrees("level", naive.level(), number(row, "naive_level"));
            agrees("change", naive.change(), number(row, "naive_did"));
            agrees("own past", naive.ownPast(), number(row, "before_after"));
        }
    }

    @Test
    void the_truth_of_this_world_is_the_published_one() {
        for (CSVRecord row : Published.rows("krona1.csv")) {
            List<Krona.Customer> given =
                    customers.stream()
                            .filter(Krona.Customer::isGiven)
                            .filter(c -> isOf(row.get("kind"), c))
                            .toList();
            double truth =
                    given.stream().mapToDouble(c -> c.with() - c.without()).sum() / given.size();
            double stays =
                    given.stream()
                                    .mapToInt(
                                            c ->
                                                    (c.activeWith() ? 1 : 0)
                                                            - (c.activeWithout() ? 1 : 0))
                                    .sum()
                            / (double) given.size();

            assertThat(truth)
                    .isCloseTo(
                            number(row, "truth_sampleATT"),
                            org.assertj.core.data.Offset.offset(1e-9));
            assertThat(stays)
                    .isCloseTo(
                            number(row, "truth_retention"),
                            org.assertj.core.data.Offset.offset(1e-12));
        }
    }

    @Test
    void each_customer_comes_once_so_errors_by_customer_are_the_plain_ones() {
        for (Finding finding : report.findings()) {
            Lens past = finding.evidence().past();
            if (past.value().treated() > 0) {
                agrees("effect", past.byCustomer().effect(), past.value().effect().error());
                agrees("net", past.byCustomer().net(), past.value().net().error());
                agrees("ratio", past.byCustomer().perKrona(), past.value().perKrona().error());
            }
        }
    }

    @Test
    void a_kind_that_was_given_four_times_gets_no_number() {
        Finding gift = report.finding(group("handwritten_gift")).orElseThrow();

        assertThat(gift.state()).isEqualTo(State.TOO_FEW);
        assertThat(gift.badge()).isEqualTo(Badge.D);
        assertThat(gift.sentence().en()).isEqualTo("4 gestures: too few for any number.");
        assertThat(gift.sentence().sv()).isEqualTo("4 gester: för få för en siffra.");
        assertThat(gift.adjusted()).isNaN();
    }

    @Test
    void late_return_pays_and_free_upgrade_does_not() {
        Finding late = report.finding(group("late_return")).orElseThrow();
        Finding upgrade = report.finding(group("free_upgrade")).orElseThrow();

        assertThat(late.state()).isEqualTo(State.PAYS);
        assertThat(late.badge()).isEqualTo(Badge.B);
        assertThat(late.standsOut()).isTrue();
        assertThat(late.sentence().en())
                .startsWith("Gives back 4.3 kr per krona (4.0 to 4.6).")
                .endsWith("1,133 of 1,137 had real look-alikes. Both ways of comparing agree.");
        assertThat(late.sentence().sv()).startsWith("Ger tillbaka 4,3 kr per krona");
        assertThat(upgrade.state()).isEqualTo(State.LOSES);
        assertThat(upgrade.badge()).isEqualTo(Badge.B);
        assertThat(upgrade.sentence().en())
                .contains("It adds loyalty (+7")
                .contains("costs 299 kr");
    }

    @Test
    void nobody_was_drawn_by_lot_so_nobody_gets_the_best_badge() {
        assertThat(report.findings()).extracting(Finding::badge).doesNotContain(Badge.A);
    }

    @Test
    void the_error_of_a_plain_difference_is_that_of_welch() {
        double[] measure = {1, 2, 4, 9, 3, 3, 8};
        Difference difference = Difference.of(measure, new int[] {0, 1, 2}, new int[] {3, 4, 5, 6});

        agrees("difference", difference.effect().value(), 7 / 3.0 - 23 / 4.0);
        agrees("error", difference.effect().error(), Math.sqrt(7 / 9.0 + 10.25 / 4));
    }

    private static Group group(String kind) {
        return kind.equals("ALL") ? Group.ALL : new Group("kind", kind);
    }

    private static boolean isOf(String kind, Krona.Customer customer) {
        return kind.equals("ALL") || Krona.KINDS.get(customer.kind()).equals(kind);
    }
}
