package app.leeway.approval.rest;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Nordlyst;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exceptions asked for, decided and withdrawn over HTTP. */
class DecidingIT {

    private final Nordlyst nordlyst = Nordlyst.running();

    @BeforeEach
    void nothing_has_been_given_yet() {
        nordlyst.books().clear();
    }

    @Test
    void what_is_asked_for_lies_with_those_who_may_decide_it() {
        String id = asks("anna", "700.00");

        assertThat(inbox("kim")).containsExactly(id);
        assertThat(inbox("mats")).containsExactly(id);
        assertThat(inbox("lena")).containsExactly(id);
        assertThat(inbox("anna")).isEmpty();
        assertThat(inbox("maria")).isEmpty();
        assertThat(inbox("axel")).isEmpty();
        assertThat(as("anna").get("/approvals?view=asked").texts("items", "id")).contains(id);
        assertThat(as("axel").get("/approvals?view=all").texts("items", "id")).contains(id);
    }

    @Test
    void a_yes_grants_it_and_the_requester_sees_who_said_so() {
        String id = asks("anna", "700.00");
        ApiAnswer before = as("kim").get("/approvals/" + id);
        assertThat(before.texts("possible")).contains("approve", "decline");
        assertThat(
                        before.item("afterYes", "budget", "krogen-month")
                                .at("/leftAfter/amount")
                                .asText())
                .isEqualTo("19300.00");

        ApiAnswer yes = does("kim", id, "approve", "{\"comment\":\"Of course.\"}");

        assertThat(yes.status()).as(yes.body()).isEqualTo(200);
        assertThat(yes.text("approval.state")).isEqualTo("approved");
        ApiAnswer seen = as("anna").get("/approvals/" + id);
        assertThat(seen.text("decision.user")).isEqualTo("kim");
        assertThat(seen.text("gesture.state")).isEqualTo("held");
        assertThat(seen.text("log.1.comment")).isEqualTo("Of course.");
        booksAreInOrder();
    }

    @Test
    void a_no_frees_the_money_and_says_why() {
        String id = asks("anna", "700.00");

        assertThat(does("kim", id, "decline", "{}").status()).isEqualTo(422);
        ApiAnswer no = does("kim", id, "decline", "{\"reason\":\"too-much\"}");

        assertThat(no.text("approval.state")).isEqualTo("declined");
        assertThat(no.text("gesture.state")).isEqualTo("released");
        assertThat(no.text("reason")).isEqualTo("too-much");
        booksAreInOrder();
    }

    @Test
    void the_first_decision_wins_and_the_loser_is_told_whose_it_was() {
        String id = asks("anna", "700.00");
        does("mats", id, "approve", "{}");

        ApiAnswer late = does("kim", id, "decline", "{\"reason\":\"no-room\"}");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("wrong-state");
        assertThat(late.text("decision.user")).isEqualTo("mats");
        assertThat(late.text("decision.state")).isEqualTo("approved");
        assertThat(late.texts("possible")).doesNotContain("approve", "decline");
    }

    @Test
    void whoever_asked_may_take_it_back_by_either_door() {
        String one = asks("anna", "700.00");
        String other = asks("anna", "800.00");

        assertThat(does("anna", one, "withdraw", "{}").text("approval.state"))
                .isEqualTo("withdrawn");
        as("anna").withNewKey().post("/gestures/" + other + "/release", "{}");

        assertThat(as("anna").get("/approvals/" + other).text("approval.state"))
                .isEqualTo("withdrawn");
        assertThat(inbox("kim")).isEmpty();
        booksAreInOrder();
    }

    @Test
    void p8_nobody_decides_their_own_nor_their_managers() {
        String own = asks("kim", "2100.00");
        String ofTheManager =
                as("mats")
                        .logs(a("goodwill").of("2500.00").to("C-1003").at("krogen").asked())
                        .text("id");

        assertThat(does("kim", own, "approve", "{}").text("why")).isEqualTo("own-request");
        assertThat(does("kim", ofTheManager, "approve", "{}").text("why"))
                .isIn("own-manager", "beyond-authority");
        assertThat(inbox("kim")).isEmpty();
        assertThat(inbox("mats")).containsExactly(own);
    }

    @Test
    void what_is_beyond_somebodys_authority_is_not_theirs_and_says_so() {
        String id = asks("anna", "2100.00");

        ApiAnswer answer = does("kim", id, "approve", "{}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("why")).isEqualTo("beyond-authority");
        assertThat(inbox("mats")).containsExactly(id);
    }

    @Test
    void a_stale_tag_is_refused_and_the_same_key_is_answered_the_same() {
        String id = asks("anna", "700.00");

        ApiAnswer stale =
                as("kim")
                        .withNewKey()
                        .with("If-Match", "\"7\"")
                        .post("/approvals/" + id + "/approve", "{}");
        assertThat(stale.status()).isEqualTo(412);

        ApiClient once = as("kim").withNewKey().with("If-Match", "\"1\"");
        ApiAnswer first = once.post("/approvals/" + id + "/approve", "{}");
        ApiAnswer again = once.post("/approvals/" + id + "/approve", "{}");
        assertThat(first.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.isReplayed()).isTrue();
    }

    @Test
    void what_did_not_fit_is_in_the_approvers_name() {
        for (int table = 1; table <= 6; table++) {
            as("anna").logs(a("birthday-treat").onVisit("table-" + table).asked());
        }
        String id = as("anna").logs(a("birthday-treat").onVisit("table-7").asked()).text("id");

        ApiAnswer yes = does("kim", id, "approve", "{}");

        assertThat(yes.text("gesture.state")).isEqualTo("settled");
        assertThat(yes.item("gesture.trail", "type", "OVERDRAFT").at("/overdraft/amount").asText())
                .isEqualTo("40.00");
        assertThat(yes.item("gesture.trail", "type", "OVERDRAFT").at("/by").asText())
                .isEqualTo("Kim Sten");
        booksAreInOrder();
    }

    private String asks(String user, String amount) {
        ApiAnswer answer =
                as(user).logs(a("goodwill").of(amount).to("C-1001").at("krogen").asked());
        assertThat(answer.text("state")).as(answer.body()).isEqualTo("awaiting-approval");
        return answer.text("id");
    }

    private ApiAnswer does(String user, String id, String verb, String body) {
        return as(user).withNewKey().post("/approvals/" + id + "/" + verb, body);
    }

    private java.util.List<String> inbox(String user) {
        return as(user).get("/approvals").texts("items", "id");
    }

    private ApiClient as(String user) {
        return nordlyst.as(user);
    }

    private void booksAreInOrder() {
        ApiAnswer reconciliation = as("axel").get("/budgets/reconciliation");
        assertThat(reconciliation.text("ok")).as(reconciliation.body()).isEqualTo("true");
    }
}
