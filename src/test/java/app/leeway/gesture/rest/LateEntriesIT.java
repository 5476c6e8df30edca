package app.leeway.gesture.rest;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Days;
import app.leeway.support.GestureBuilder;
import app.leeway.support.Nordlyst;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is logged on a later day than it happened on: always recorded, never a way to more. */
class LateEntriesIT {

    private static final int DAYS_BACK = 13;
    private static final long DAY_OF_ANNA = 80_000;
    private static final int TREATS = 180;

    private final Nordlyst nordlyst = Nordlyst.running();

    @BeforeEach
    void nothing_has_been_given_yet() {
        nordlyst.books().clear();
        nordlyst.books().write("DELETE FROM word");
    }

    @Test
    void P16_a_hundred_and_eighty_treats_dated_back_in_one_sitting_come_to_one_day() {
        List<GestureBuilder> treats = new ArrayList<>();
        for (int i = 0; i < TREATS; i++) {
            treats.add(treat(i).doneAt(noonBefore(i % (DAYS_BACK + 1))));
        }

        for (int from = 0; from < TREATS; from += 60) {
            logTogether(treats.subList(from, from + 60));
        }

        assertThat(figure("SELECT count(*) FROM gesture WHERE state = 'settled'"))
                .isEqualTo(TREATS);
        assertThat(figure("SELECT coalesce(sum(cost_minor), 0) FROM gesture WHERE outcome = 'GO'"))
                .isPositive()
                .isLessThanOrEqualTo(DAY_OF_ANNA);
        assertThat(
                        figure(
                                "SELECT count(*) FROM gesture WHERE outcome <> 'GO'"
                                        + " AND review IS DISTINCT FROM 'to-be-reviewed'"))
                .isZero();
        assertThat(figure("SELECT count(*) FROM word WHERE what = 'gesture.late'")).isEqualTo(1);
        assertThat(nordlyst.as("kim").get("/notifications").body())
                .contains("gesture.late", "Anna Ek");
        assertThat(as("axel").get("/budgets/reconciliation").text("ok")).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void P16_no_order_and_no_dates_grant_more_than_the_day_on_which_it_is_logged(long seed) {
        Random random = new Random(seed);
        List<GestureBuilder> treats = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            int back = random.nextInt(DAYS_BACK + 1);
            GestureBuilder treat = treat(i);
            treats.add(back == 0 ? treat.done() : treat.doneAt(noonBefore(back)));
        }

        logTogether(treats);

        assertThat(figure("SELECT coalesce(sum(cost_minor), 0) FROM gesture WHERE outcome = 'GO'"))
                .as("seed " + seed)
                .isPositive()
                .isLessThanOrEqualTo(DAY_OF_ANNA);
        assertThat(figure("SELECT count(*) FROM gesture")).isEqualTo(30);
    }

    @Test
    void P16_what_is_older_than_the_company_lets_pass_needs_a_reason() {
        ApiAnswer answer = as("anna").logs(treat(1).doneAt(Days.daysAgo(15)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violations()).containsExactly("lateReason late-reason-needed");
        assertThat(figure("SELECT count(*) FROM gesture")).isZero();
    }

    @Test
    void P16_what_is_older_than_the_company_lets_pass_is_recorded_and_to_be_reviewed() {
        ApiAnswer answer = as("anna").logs(treat(1).doneLongAgo(Days.daysAgo(15)));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("state")).isEqualTo("settled");
        assertThat(answer.text("review")).isEqualTo("to-be-reviewed");
        assertThat(answer.texts("verdict.reasons", "record")).containsExactly("long-ago");
        ApiAnswer kept = as("kim").get("/gestures/" + answer.text("id"));
        assertThat(kept.text("late")).isEqualTo("true");
        assertThat(kept.text("lateReason")).isEqualTo("Found in the book of the shift");
        assertThat(as("kim").get("/gestures?late=true").texts("items", "id"))
                .containsExactly(answer.text("id"));
    }

    @Test
    void P16_what_is_older_leaves_the_leeway_of_today_as_it_was() {
        for (int i = 0; i < 4; i++) {
            as("siri")
                    .logs(
                            a("courtesy-call")
                                    .taking(30)
                                    .to("C-1003")
                                    .doneLongAgo(Days.daysAgo(40 + 20 * i)));
        }

        ApiAnswer today = as("siri").logs(a("courtesy-call").taking(30).to("C-1003").done());

        assertThat(today.text("verdict.outcome")).isEqualTo("GO");
    }

    @ParameterizedTest
    @CsvSource({
        "0001-01-01T00:00:00Z, out-of-range",
        "-0001-01-01T00:00:00Z, out-of-range",
        "2019-06-01T00:00:00Z, too-long-ago"
    })
    void P16_nothing_is_logged_of_what_lies_far_back(String when, String code) {
        ApiAnswer answer =
                as("anna")
                        .logs(treat(1).done().with("occurredAt", when).with("lateReason", "long"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violations()).containsExactly("occurredAt " + code);
    }

    @Test
    void P2_a_replay_is_answered_as_then_when_it_has_become_too_old_for_it() {
        UUID id = UUID.randomUUID();
        GestureBuilder treat = treat(1).doneAt(Days.daysAgo(15));
        ApiClient anna = as("anna");
        anna.withKey(id).post("/gestures", treat.with("lateReason", "Found late"));

        ApiAnswer other = anna.withKey(id).post("/gestures", treat);
        ApiAnswer again =
                anna.withKey(id).post("/gestures", treat.with("lateReason", "Found late"));

        assertThat(other.code()).isEqualTo("key-reused");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.isReplayed()).isTrue();
    }

    @Test
    void P16_a_late_entry_is_booked_on_the_day_that_is_open_and_shown_as_late() {
        Instant then = Days.daysAgo(2);
        String before = anna(then);

        ApiAnswer late = as("anna").logs(treat(1).doneAt(then));

        assertThat(anna(then)).isEqualTo(before);
        ApiAnswer kept = as("kim").get("/gestures/" + late.text("id"));
        assertThat(kept.text("occurredAt")).isEqualTo(then.toString());
        assertThat(kept.text("bookedOn")).isEqualTo(kept.text("receivedAt"));
        ApiAnswer entries = as("kim").get("/budgets/anna-day/entries");
        assertThat(entries.text("items.0.late")).isEqualTo("true");
        assertThat(entries.text("items.0.occurredAt")).isEqualTo(then.toString());
        assertThat(as("kim").get("/budgets/anna-day").text("spent.amount")).isEqualTo("120.00");
    }

    private String anna(Instant at) {
        ApiAnswer day = as("kim").get("/budgets/anna-day?at=" + at);
        return day.text("spent.amount") + " " + day.text("overdraft.amount");
    }

    private void logTogether(List<GestureBuilder> gestures) {
        List<String> items =
                gestures.stream()
                        .map(g -> "{\"id\":\"" + UUID.randomUUID() + "\",\"gesture\":" + g + "}")
                        .toList();
        ApiAnswer answer =
                as("anna").post("/gestures/batch", "{\"items\":[" + String.join(",", items) + "]}");
        assertThat(answer.texts("items", "status")).as(answer.body()).containsOnly("201");
    }

    private static GestureBuilder treat(int number) {
        return a("birthday-treat").at("krogen").onVisit("table-" + number);
    }

    /** At noon so many days ago; today: a moment ago. */
    private static Instant noonBefore(int days) {
        return days == 0
                ? Instant.now().minus(Duration.ofSeconds(1)).truncatedTo(ChronoUnit.SECONDS)
                : Days.daysAgo(days);
    }

    private ApiClient as(String user) {
        return nordlyst.as(user);
    }

    private long figure(String query) {
        return nordlyst.books().figure(query);
    }
}
