package app.leeway.approval.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.support.ApiAnswer;
import app.leeway.support.GestureBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the code above it does, the database refuses one's own. */
class NobodysOwnIT {

    private final Asking asking = new Asking();

    @BeforeEach
    void nothing_has_been_given_yet() {
        asking.nordlyst.books().clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decided_by = requester_id",
                "decided_for = requester_id",
                "first_yes_by = requester_id",
                "first_yes_for = requester_id",
                "offered_by = requester_id",
                "offered_for = requester_id",
                "state = 'approved'",
                "approvals_needed = 2, state = 'approved', decided_by = %kim",
                "approvals_needed = 2, state = 'approved', decided_by = %kim, first_yes_by = %kim",
                "approvals_needed = 2, state = 'approved', decided_by = %kim, first_yes_by = %mats,"
                        + " first_yes_for = %kim"
            })
    void p8_the_database_refuses_ones_own_and_a_second_yes_of_the_same_people(String change) {
        String id = asking.asks("anna", "700.00");
        String bound = change;
        for (String user : new String[] {"kim", "mats"}) {
            bound =
                    bound.replace(
                            "%" + user, "(SELECT id FROM person WHERE user_name = '" + user + "')");
        }
        String sql = "UPDATE approval SET " + bound + " WHERE id = '" + id + "'";

        assertThatThrownBy(() -> asking.nordlyst.books().write(sql))
                .hasRootCauseInstanceOf(org.postgresql.util.PSQLException.class);
        assertThat(asking.state(id)).isEqualTo("waiting");
    }

    @Test
    void p8_who_has_declared_a_relation_decides_neither_by_the_api_nor_by_sql() {
        String id = asking.asks("anna", "700.00");
        asking.as("kim").send("PUT", "/relations/C-1001", null, (String) null);

        assertThat(asking.does("kim", id, "approve").text("why")).isEqualTo("relation");
        assertThat(asking.inbox("kim")).isEmpty();
        assertThat(asking.seen("axel", id).texts("couldDecide", "user"))
                .containsExactly("mats", "lena");
        assertThatThrownBy(
                        () ->
                                asking.nordlyst
                                        .books()
                                        .write(
                                                "UPDATE approval SET decided_by = (SELECT id FROM"
                                                        + " person WHERE user_name = 'kim') WHERE id = '"
                                                        + id
                                                        + "'"))
                .hasRootCauseInstanceOf(org.postgresql.util.PSQLException.class);
    }

    @Test
    void p8_a_relation_that_was_taken_back_holds_for_another_day() {
        String id = asking.asks("anna", "700.00");
        asking.as("kim").send("PUT", "/relations/C-1001", null, (String) null);

        ApiAnswer takenBack =
                asking.as("kim").send("DELETE", "/relations/c-1001", null, (String) null);

        assertThat(Instant.parse(takenBack.text("items.0.endsAt")))
                .isBetween(
                        Instant.now().plus(23, ChronoUnit.HOURS),
                        Instant.now().plus(25, ChronoUnit.HOURS));
        assertThat(asking.does("kim", id, "approve").text("why")).isEqualTo("relation");
        assertThat(asking.inbox("kim")).isEmpty();
        for (String sooner :
                new String[] {
                    "DELETE FROM relation",
                    "UPDATE relation SET until_at = now()",
                    "UPDATE approval SET decided_by = (SELECT id FROM person WHERE user_name = 'kim')"
                            + " WHERE id = '"
                            + id
                            + "'"
                }) {
            assertThatThrownBy(() -> asking.nordlyst.books().write(sooner)).as(sooner).isNotNull();
        }

        aDayPasses();

        assertThat(asking.as("kim").get("/relations").texts("items", "customer")).isEmpty();
        assertThat(asking.inbox("kim")).containsExactly(id);
        assertThat(asking.does("kim", id, "approve").status()).isEqualTo(200);
    }

    private void aDayPasses() {
        asking.nordlyst
                .books()
                .write(
                        "ALTER TABLE relation DISABLE TRIGGER USER;"
                                + "UPDATE relation SET until_at = until_at - interval '1 day';"
                                + "ALTER TABLE relation ENABLE TRIGGER USER");
    }

    @Test
    void what_ended_never_moves_again_and_what_was_said_stays() {
        String id = asking.asks("anna", "700.00");
        asking.does("kim", id, "decline", "{\"comment\":\"No.\"}");

        for (String sql :
                new String[] {
                    "UPDATE approval SET state = 'waiting'",
                    "UPDATE approval SET state = 'approved'",
                    "UPDATE approval_event SET comment = 'Yes.'",
                    "DELETE FROM approval_event"
                }) {
            assertThatThrownBy(() -> asking.nordlyst.books().write(sql)).as(sql).isNotNull();
        }
    }

    @Test
    void a_comment_to_a_decision_that_came_too_late_is_kept() {
        String id = asking.asks("anna", "700.00");
        asking.does("mats", id, "approve");

        ApiAnswer late =
                asking.does("kim", id, "decline", "{\"comment\":\"She had a bad day already.\"}");

        assertThat(late.status()).isEqualTo(409);
        assertThat(asking.seen("anna", id).texts("log", "comment"))
                .contains("She had a bad day already.");
    }

    @Test
    void one_yes_to_many_is_refused_when_the_sum_is_another() {
        String one = asking.asks("anna", "700.00");
        String other = asking.asks("anna", "800.00");
        String both = "{\"ids\":[\"" + one + "\",\"" + other + "\"],\"sum\":";

        ApiAnswer wrong = bulk(both + "{\"amount\":\"1400.00\",\"currency\":\"SEK\"}}");
        assertThat(wrong.status()).isEqualTo(412);
        assertThat(asking.state(one)).isEqualTo("waiting");
        ApiAnswer right = bulk(both + "{\"amount\":\"1500.00\",\"currency\":\"SEK\"}}");
        assertThat(right.status()).as(right.body()).isEqualTo(200);
        assertThat(asking.state(one)).isEqualTo("approved");
        assertThat(asking.state(other)).isEqualTo("approved");
        asking.booksAreInOrder();
    }

    @Test
    void what_cannot_be_offered_is_refused_and_says_why() {
        String id = asking.asks("anna", "700.00");

        assertThat(counter(id, "{}")).isEqualTo("amount missing");
        assertThat(counter(id, amount("700.00"))).isEqualTo("amount more-than-asked");
        assertThat(counter(id, amount("900.00"))).isEqualTo("amount more-than-asked");
        assertThat(counter(id, "{\"kind\":\"nothing\"}")).isEqualTo("kind unknown-kind");
        assertThat(counter(id, "{\"kind\":\"locker-coin\"}")).isEqualTo("kind kind-not-here");
        assertThat(counter(id, "{\"kind\":\"fee-waiver\"}")).isEqualTo("amount missing");
        String treat =
                asking.asks(
                        "berit", GestureBuilder.a("home-visit").taking(90).to("C-1005").asked());
        assertThat(asking.does("mats", treat, "reassign", "{\"to\":\"maria\"}").violations())
                .containsExactly("to may-not-decide");
        assertThat(asking.state(id)).isEqualTo("waiting");
    }

    private static String amount(String amount) {
        return "{\"amount\":{\"amount\":\"" + amount + "\",\"currency\":\"SEK\"}}";
    }

    private String counter(String id, String body) {
        return String.join(" ", asking.does("kim", id, "counter", body).violations());
    }

    private ApiAnswer bulk(String body) {
        return asking.as("kim").withNewKey().post("/approvals/bulk-approve", body);
    }
}
