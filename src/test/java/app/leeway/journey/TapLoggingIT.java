package app.leeway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Visit;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Logging on the tablet while there is network: what is seen, how fast, and what is kept. */
class TapLoggingIT {
    @RegisterExtension static final Tablets TABLETS = new Tablets();

    @Test
    void a1_a_birthday_treat_takes_at_most_four_taps_under_ten_seconds_and_no_keyboard()
            throws SQLException {
        try (Visit anna = TABLETS.visit()) {
            anna.signIn("anna", "/tap/sign-in");
            TapPage tap = new TapPage(anna.page()).ready();
            int before = tap.left();
            anna.screenshot("tap-a1-1-tiles");

            tap.kind("birthday-treat").awaitTone("GO");
            anna.screenshot("tap-a1-2-treat");
            tap.log().awaitMark("received");

            assertThat(tap.taps()).isLessThanOrEqualTo(4);
            assertThat(tap.isKeyboardSeen()).isFalse();
            assertThat(tap.verdict().textContent()).isEqualTo("Kör!");
            tap.awaitLeft(before - 120);
            anna.screenshot("tap-a1-3-logged");
            assertThat(KeptGestures.with(List.of(tap.logged())))
                    .containsExactly(
                            new KeptGestures.Row("birthday-treat", "settled", "GO", 12_000));
        }
    }

    @Test
    void undo_gives_the_money_back_and_says_so() throws SQLException {
        try (Visit anna = TABLETS.visit()) {
            anna.signIn("anna", "/tap/sign-in");
            TapPage tap = new TapPage(anna.page()).ready();
            int before = tap.left();
            tap.kind("birthday-treat").log().awaitMark("received").awaitLeft(before - 120);
            String id = tap.logged();

            tap.undo().awaitLeft(before);

            assertThat(tap.verdict().textContent()).isEqualTo("Ångrat");
            anna.screenshot("tap-undone");
            assertThat(KeptGestures.with(List.of(id)))
                    .extracting(KeptGestures.Row::state)
                    .containsExactly("reversed");
        }
    }

    @Test
    void a_second_tap_of_a_double_tap_neither_logs_twice_nor_undoes() throws SQLException {
        try (Visit gunnar = TABLETS.visit()) {
            gunnar.signIn("gunnar", "/tap/sign-in");
            TapPage tap = new TapPage(gunnar.page()).ready();
            int before = KeptGestures.countOf("locker-coin", "gunnar");
            tap.kind("locker-coin");

            gunnar.page().locator("#log").dblclick();

            tap.awaitMark("received");
            assertThat(KeptGestures.countOf("locker-coin", "gunnar")).isEqualTo(before + 1);
            assertThat(KeptGestures.with(List.of(tap.logged())))
                    .extracting(KeptGestures.Row::state)
                    .containsExactly("settled");
        }
    }

    @Test
    void b4_what_nobody_may_grant_is_said_in_the_clause_s_own_words_in_both_languages()
            throws SQLException {
        try (Visit dag = TABLETS.visit().expecting("422")) {
            dag.signIn("dag", "/tap/sign-in");
            TapPage tap = new TapPage(dag.page()).ready();
            ride(tap).awaitTone("STOP");
            assertThat(tap.verdict().textContent()).isEqualTo("Inte den här");
            assertThat(tap.answer()).contains("Alla åker med bälte");
            dag.screenshot("tap-b4-sv");

            tap.tap("#settings").tap("input[value=en]").tap("#sheet .heading button");
            ride(tap.kind("detour")).awaitTone("STOP");
            assertThat(tap.verdict().textContent()).isEqualTo("Not this one");
            assertThat(tap.answer()).contains("Everybody rides belted");
            dag.screenshot("tap-b4-en");

            tap.ask().awaitMark("received");
            assertThat(KeptGestures.with(List.of(tap.logged())))
                    .extracting(KeptGestures.Row::state)
                    .containsExactly("refused");
            tap.tap("#settings").tap("input[value=sv]");
            dag.page().waitForCondition(() -> dag.page().title().contains("Logga"));
        }
    }

    /** A passenger in a place without a belt. */
    private static TapPage ride(TapPage tap) {
        return tap.kind("detour").minutes(5).kilometres(3).bending("seat-belt");
    }
}
