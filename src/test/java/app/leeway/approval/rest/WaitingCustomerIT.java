package app.leeway.approval.rest;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.GestureBuilder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guest stands at the desk (B3), and what happens by itself. */
class WaitingCustomerIT {

    private final Asking asking = new Asking();

    @BeforeEach
    void nothing_has_been_given_yet() {
        asking.nordlyst.books().clear();
    }

    @Test
    void what_happens_if_nobody_answers_is_seen_beforehand() {
        ApiAnswer preview = asking.as("hedda").previews(waiting("1400.00", 5));
        ApiAnswer logged = asking.as("hedda").logs(waiting("1400.00", 5));

        for (ApiAnswer answer : new ApiAnswer[] {preview, logged}) {
            assertThat(answer.text("approval.fallback.now.amount")).isEqualTo("500.00");
            assertThat(answer.text("approval.fallback.rest.amount")).isEqualTo("900.00");
            assertThat(answer.texts("approval.couldApprove", "user"))
                    .containsExactly("maria", "lena");
        }
        Instant due = Instant.parse(logged.text("approval.dueAt"));
        assertThat(Duration.between(Instant.parse(logged.text("receivedAt")), due))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(asking.inbox("maria")).containsExactly(logged.text("id"));
    }

    @Test
    void the_same_key_is_answered_the_same_with_whom_it_was_brought_to() {
        var hedda = asking.as("hedda").withNewKey();

        ApiAnswer first = hedda.post("/gestures", waiting("1400.00", 5));
        ApiAnswer again = hedda.post("/gestures", waiting("1400.00", 5));

        assertThat(again.isReplayed()).isTrue();
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void nobody_answers_and_the_part_within_the_own_leeway_is_granted() {
        String id = asking.asks("hedda", waiting("1400.00", 2));

        asking.rings(id, "fallback");
        asking.until("fallen back", () -> asking.state(id).equals("fallen-back"));

        ApiAnswer fallen = asking.seen("hedda", id);
        assertThat(fallen.text("gesture.state")).isEqualTo("held");
        assertThat(fallen.text("gesture.cost.amount")).isEqualTo("500.00");
        ApiAnswer rest = asking.seen("hedda", fallen.text("rest"));
        assertThat(rest.text("approval.state")).isEqualTo("waiting");
        assertThat(rest.text("approval.asked.amount")).isEqualTo("900.00");
        assertThat(rest.text("restOf")).isEqualTo(id);
        assertThat(rest.text("approval.customerWaiting")).isNull();
        assertThat(rest.json().at("/gesture/verdict/reasons"))
                .isEqualTo(fallen.json().at("/gesture/verdict/reasons"));
        assertThat(asking.words("hedda", id)).contains("approval.fell-back");
        assertThat(asking.inbox("maria")).containsExactly(fallen.text("rest"));
        assertThat(asking.does("maria", id, "approve").status()).isEqualTo(409);
        asking.booksAreInOrder();

        assertThat(asking.does("maria", fallen.text("rest"), "approve").status()).isEqualTo(200);
        asking.booksAreInOrder();
    }

    @Test
    void where_nothing_is_within_the_own_leeway_it_goes_on_as_a_request() {
        GestureBuilder bent =
                waiting("1400.00", 2).with("bends", java.util.List.of("branch-weekdays"));
        String id = asking.asks("hedda", bent);

        asking.rings(id, "fallback");
        asking.until(
                "a request like any other",
                () -> asking.seen("hedda", id).text("approval.customerWaiting") == null);

        assertThat(asking.state(id)).isEqualTo("waiting");
        assertThat(asking.seen("hedda", id).text("gesture.state")).isEqualTo("awaiting-approval");
        asking.booksAreInOrder();
    }

    @Test
    void a_counter_offer_is_taken_with_one_word_and_nothing_falls_back() {
        String id = asking.asks("hedda", waiting("1400.00", 5));
        String offer = "{\"amount\":{\"amount\":\"900.00\",\"currency\":\"SEK\"}}";
        assertThat(asking.does("maria", id, "counter", offer).status()).isEqualTo(200);
        assertThat(asking.nordlyst.books().figure("SELECT count(*) FROM approval_timer")).isZero();

        ApiAnswer taken = asking.does("hedda", id, "accept");

        assertThat(taken.text("approval.state")).isEqualTo("approved");
        assertThat(taken.text("approval.granted.amount")).isEqualTo("900.00");
        assertThat(taken.text("gesture.cost.amount")).isEqualTo("900.00");
        assertThat(taken.text("decision.user")).isEqualTo("maria");
        assertThat(asking.words("maria", id)).contains("approval.accepted");
        asking.booksAreInOrder();
    }

    @Test
    void another_kind_may_be_offered_instead() {
        String id = asking.asks("anna", "700.00");
        asking.does("kim", id, "counter", "{\"kind\":\"birthday-treat\"}");

        ApiAnswer taken = asking.does("anna", id, "accept");

        assertThat(taken.text("approval.state")).as(taken.body()).isEqualTo("approved");
        assertThat(taken.text("gesture.state")).isEqualTo("released");
        ApiAnswer other = asking.as("anna").get("/gestures/" + taken.text("replacedBy"));
        assertThat(other.text("kind")).isEqualTo("birthday-treat");
        assertThat(other.text("state")).isEqualTo("settled");
        asking.booksAreInOrder();
    }

    @Test
    void a_question_stops_the_clock_until_it_is_answered() {
        String id = asking.asks("hedda", waiting("1400.00", 2));
        Instant due = Instant.parse(asking.seen("hedda", id).text("approval.dueAt"));

        asking.does("maria", id, "ask", "{\"comment\":\"What happened?\"}");
        assertThat(asking.nordlyst.books().figure("SELECT count(*) FROM approval_timer")).isZero();
        asking.does("hedda", id, "answer", "{\"comment\":\"The room was cold.\"}");

        assertThat(Instant.parse(asking.seen("hedda", id).text("approval.dueAt"))).isAfter(due);
        assertThat(asking.nordlyst.books().figure("SELECT count(*) FROM approval_timer")).isOne();
        assertThat(asking.words("maria", id)).contains("approval.answered");
    }

    @Test
    void what_nobody_decides_goes_up_step_by_step_and_is_never_granted_by_itself() {
        String id = asking.asks("anna", "700.00");
        assertThat(asking.seen("axel", id).texts("addressedTo")).containsExactly("kim");

        asking.rings(id, "reminder");
        asking.until("reminded", () -> asking.words("kim", id).contains("approval.reminded"));
        asking.rings(id, "escalation");
        asking.until("escalated", () -> asking.words("mats", id).contains("approval.escalated"));
        assertThat(asking.seen("axel", id).texts("addressedTo")).containsExactly("kim", "mats");
        asking.rings(id, "escalation");
        asking.until("at the top", () -> asking.words("lena", id).contains("approval.escalated"));
        asking.rings(id, "escalation");
        asking.until("overdue", () -> asking.words("anna", id).contains("approval.overdue"));

        assertThat(asking.state(id)).isEqualTo("waiting");
        assertThat(asking.seen("axel", id).text("approval.overdue")).isEqualTo("true");
        assertThat(asking.does("kim", id, "approve").status()).isEqualTo(200);
    }

    @Test
    void a_yes_is_taken_back_within_half_a_minute_and_it_waits_again() {
        String id = asking.asks("hedda", waiting("1400.00", 5));
        asking.does("maria", id, "approve");
        assertThat(asking.does("lena", id, "undo").status()).isEqualTo(403);

        ApiAnswer undone = asking.does("maria", id, "undo");

        assertThat(undone.text("approval.state")).as(undone.body()).isEqualTo("waiting");
        assertThat(undone.text("gesture.state")).isEqualTo("awaiting-approval");
        asking.booksAreInOrder();
        assertThat(asking.does("maria", id, "approve").status()).isEqualTo(200);
        asking.nordlyst
                .books()
                .write("UPDATE approval SET decided_at = decided_at - interval '31 seconds'");
        assertThat(asking.does("maria", id, "undo").text("why")).isEqualTo("too-late");
        asking.booksAreInOrder();
    }

    private static GestureBuilder waiting(String amount, int minutes) {
        return a("goodwill").of(amount).to("C-1009").asked().with("customerWaiting", minutes);
    }
}
