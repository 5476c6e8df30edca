package app.leeway.payoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.leeway.payoff.statistics.Effect;
import app.leeway.payoff.statistics.Estimate;
import app.leeway.payoff.statistics.StandardErrors;
import app.leeway.shared.jdbc.JdbiSetup;
import app.leeway.support.PlainDatabase;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the store's SQL makes of facts, beside what plain Java makes of the same. */
class StoredFactsIT {

    private static final List<Krona.Customer> CUSTOMERS =
            Krona.customers(6_000, 20260731L, Krona.World.BASE);

    private static PlainDatabase database;
    private static List<Evidence> stored;
    private static List<Evidence> reckoned;

    @BeforeAll
    static void look() throws Exception {
        database = PlainDatabase.started("payoff");
        FactTable.fill(database.source(), CUSTOMERS);
        try (Handle handle = JdbiSetup.over(database.source()).open()) {
            handle.getConnection().setAutoCommit(false);
            stored = new StoredFacts(handle, Question.USUAL).evidence();
        }
        reckoned = new Estimator(FactTable.episodes(CUSTOMERS), Question.USUAL).evidence();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void sql_and_java_speak_of_the_same_groups() {
        assertThat(stored)
                .extracting(Evidence::group)
                .containsExactlyElementsOf(reckoned.stream().map(Evidence::group).toList());
        assertThat(stored)
                .extracting(e -> e.group().by())
                .contains("all", "kind", "clause", "site", "kind-site", "nth", "damage", "capital");
    }

    @Test
    void sql_and_java_agree_on_every_figure() {
        for (int i = 0; i < stored.size(); i++) {
            Evidence ours = stored.get(i);
            Evidence theirs = reckoned.get(i);
            String group = ours.group().toString();

            assertThat(ours.all()).isEqualTo(theirs.all());
            assertThat(ours.onlyWithoutIncident()).isEqualTo(theirs.onlyWithoutIncident());
            agrees(group + " past", ours.past(), theirs.past());
            agrees(group + " seen", ours.seen(), theirs.seen());
            agrees(group + " placebo", ours.placebo().effect(), theirs.placebo().effect());
            same(group + " level", ours.naive().level(), theirs.naive().level());
            same(group + " change", ours.naive().change(), theirs.naive().change());
            same(group + " own past", ours.naive().ownPast(), theirs.naive().ownPast());
        }
    }

    @Test
    void sql_and_java_agree_on_what_may_be_shown() {
        for (int i = 0; i < stored.size(); i++) {
            if (!stored.get(i).group().by().equals("kind-site")) {
                assertThat(Finding.of(stored.get(i), Question.USUAL).sentence())
                        .isEqualTo(Finding.of(reckoned.get(i), Question.USUAL).sentence());
            }
        }
    }

    @Test
    void customers_who_came_back_make_the_errors_others_than_the_plain_ones() {
        Lens past = stored.get(0).past();

        assertThat(past.byCustomer().clusters()).isLessThan(past.value().errors().clusters());
        assertThat(past.byCustomer().effect()).isNotEqualTo(past.value().effect().error());
        assertThat(past.bySite().clusters()).isEqualTo(40);
    }

    @Test
    void a_poisoned_fact_does_not_get_in() {
        for (String poison : List.of("'NaN'", "'Infinity'", "'-Infinity'")) {
            assertThatThrownBy(
                            () ->
                                    database.write(
                                            "INSERT INTO episode_fact VALUES (90, 'x', 'c', 's',"
                                                    + " 1, 0, NULL, '', 'none', '0', NULL, NULL, 0, "
                                                    + poison
                                                    + ", 0, 0, 0, 1)"))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static void agrees(String what, Lens ours, Lens theirs) {
        agrees(what, ours.value(), theirs.value());
        agrees(what + " uncapped", ours.uncapped(), theirs.uncapped());
        agrees(what + " retention", ours.retention().effect(), theirs.retention().effect());
        assertThat(ours.balance().keySet()).isEqualTo(theirs.balance().keySet());
        ours.balance().forEach((name, off) -> same(what + name, off, theirs.balance().get(name)));
        if (!what.startsWith("kind-site") && ours.value().treated() > 0) {
            agrees(what + " by customer", ours.byCustomer(), theirs.byCustomer());
            agrees(what + " by site", ours.bySite(), theirs.bySite());
            assertThat(ours.customers()).as(what).isEqualTo(theirs.customers());
            assertThat(ours.others()).as(what).isEqualTo(theirs.others());
        }
    }

    private static void agrees(String what, Estimate ours, Estimate theirs) {
        assertThat(ours.treated()).as(what).isEqualTo(theirs.treated());
        assertThat(ours.controls()).as(what).isEqualTo(theirs.controls());
        assertThat(ours.strata()).as(what).isEqualTo(theirs.strata());
        same(what + " effective", ours.effectiveControls(), theirs.effectiveControls());
        same(what + " heaviest", ours.largestShare(), theirs.largestShare());
        same(what + " cost", ours.cost(), theirs.cost());
        agrees(what + " effect", ours.effect(), theirs.effect());
        agrees(what + " net", ours.net(), theirs.net());
        agrees(what + " per krona", ours.perKrona(), theirs.perKrona());
    }

    private static void agrees(String what, StandardErrors ours, StandardErrors theirs) {
        assertThat(ours.clusters()).as(what).isEqualTo(theirs.clusters());
        same(what + " effect", ours.effect(), theirs.effect());
        same(what + " net", ours.net(), theirs.net());
        same(what + " per krona", ours.perKrona(), theirs.perKrona());
    }

    private static void agrees(String what, Effect ours, Effect theirs) {
        same(what, ours.value(), theirs.value());
        same(what + " error", ours.error(), theirs.error());
    }

    /** To 1e-10 of what is measured, which is of the order of hundreds. */
    private static void same(String what, double ours, double theirs) {
        if (Double.isNaN(theirs)) {
            assertThat(ours).as(what).isNaN();
        } else {
            assertThat(ours)
                    .as(what)
                    .isCloseTo(theirs, within(1e-10 * Math.max(1, Math.abs(theirs))));
        }
    }
}
