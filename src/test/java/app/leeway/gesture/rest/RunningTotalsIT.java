package app.leeway.gesture.rest;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.Days;
import app.leeway.support.Nordlyst;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tallies that are kept say the same as the gestures they were counted from. */
class RunningTotalsIT {

    /** More than are counted one by one. */
    private static final int MANY = 40;

    /** Of a day; the next is told to the manager. */
    private static final int FREE = 20;

    private final Nordlyst nordlyst = Nordlyst.running();
    private int minute;

    @BeforeEach
    void nothingHasBeenGiven() {
        nordlyst.books().clear();
    }

    @Test
    void what_was_taken_back_counts_no_more_though_its_tally_was_kept() {
        List<String> given = coins(MANY);
        assertThat(keptPieces()).isEqualTo(MANY);

        given.stream().limit(MANY - FREE + 1).forEach(this::takeBack);

        assertThat(nextOutcome()).isEqualTo("GO");
        assertThat(nextOutcome()).isEqualTo("GO_AND_TELL");
    }

    @Test
    void what_is_given_after_others_were_taken_back_is_counted_once() {
        coins(MANY).stream().limit(5).forEach(this::takeBack);

        coins(10);

        assertThat(keptPieces()).isEqualTo(MANY - 5 + 10);
    }

    @Test
    void tallies_of_other_rules_are_not_used() {
        coins(MANY);

        nordlyst.books().write("UPDATE tally SET company_revision = -1, pieces = 0, sum_minor = 0");

        assertThat(nextOutcome()).isEqualTo("GO_AND_TELL");
        assertThat(keptPieces()).isEqualTo(MANY + 1);
    }

    private List<String> coins(int number) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            ids.add(next().text("id"));
        }
        return ids;
    }

    private String nextOutcome() {
        return next().text("verdict.outcome");
    }

    private ApiAnswer next() {
        return nordlyst.as("gunnar")
                .logs(
                        a("locker-coin")
                                .doneAt(Days.yesterdayAtNoon().plus(minute++, ChronoUnit.MINUTES)));
    }

    private void takeBack(String id) {
        ApiAnswer answer =
                nordlyst.as("gunnar").withNewKey().post("/gestures/" + id + "/reversal", "{}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Of the day on which they happened; they count on the day of their logging too. */
    private long keptPieces() {
        return nordlyst.books()
                .figure(
                        "SELECT pieces FROM tally WHERE rule LIKE 'coin-once@%'"
                                + " ORDER BY from_at LIMIT 1");
    }
}
