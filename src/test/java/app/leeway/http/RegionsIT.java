package app.leeway.http;

import static app.leeway.support.Giving.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Days;
import app.leeway.support.Giving;
import app.leeway.support.Nordlyst;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole API as somebody of another region: Maria of the coast looks at the north. */
class RegionsIT {

    /** What everybody of the company may know, or what concerns the caller alone. */
    private static final Set<String> OPEN =
            Set.of(
                    "GET /api/v1/me",
                    "PUT /api/v1/me",
                    "GET /api/v1/me/tablet-key",
                    "GET /api/v1/me/sealing-key",
                    "POST /api/v1/me/sealing-key/open",
                    "GET /api/v1/me/telling",
                    "PUT /api/v1/me/telling",
                    "GET /api/v1/me/push",
                    "POST /api/v1/me/push",
                    "DELETE /api/v1/me/push/{id}",
                    "GET /api/v1/words",
                    "GET /api/v1/absences/calendar",
                    "PUT /api/v1/absences/calendar",
                    "POST /api/v1/absences/calendar",
                    "DELETE /api/v1/absences/calendar",
                    "GET /api/v1/relations",
                    "PUT /api/v1/relations/{customer}",
                    "DELETE /api/v1/relations/{customer}",
                    "GET /api/v1/customers",
                    "GET /api/v1/customers/{code}",
                    "GET /api/v1/clauses",
                    "GET /api/v1/kinds",
                    "GET /api/v1/touchpoints",
                    "GET /api/v1/organization",
                    "GET /api/v1/guardrails",
                    "GET /api/v1/budgets/reconciliation",
                    "GET /api/v1/payoff/precedents",
                    "GET /api/v1/payoff/mine");

    private static final String WORD_OF_KIM = "0190a3f2-0000-7000-8000-0000000000aa";

    private static final String ABSENCE_OF_KIM = "0190a3f2-0000-7000-8000-0000000000ab";

    private static final Giving GOODWILL = a("goodwill").of("50.00").to("C-1001").at("krogen");

    private static final Giving WAITING = a("goodwill").of("700.00").to("C-1002").at("krogen");

    private final Nordlyst nordlyst = Nordlyst.running();
    private final Map<String, Consumer<ApiClient>> closed = new TreeMap<>();
    private String settled;
    private String held;
    private String waiting;

    @BeforeEach
    void anna_in_the_north_has_given_something() {
        nordlyst.books().clear();
        nordlyst.books()
                .write(
                        "INSERT INTO word (id, person_id, what, subject, facts, urgent, at)"
                                + " SELECT '"
                                + WORD_OF_KIM
                                + "', id, 'approval.asked', 'x', '{}', false, now()"
                                + " FROM person WHERE user_name = 'kim' ON CONFLICT DO NOTHING");
        nordlyst.books()
                .write(
                        "INSERT INTO absence (id, person_id, from_at, until_at, source, made_by,"
                                + " made_at) SELECT '"
                                + ABSENCE_OF_KIM
                                + "', id, now(), now() + interval '1 day', 'hand', id, now()"
                                + " FROM person WHERE user_name = 'kim'");
        settled = nordlyst.as("anna").logs(GOODWILL.done()).text("id");
        nordlyst.books()
                .write(
                        "INSERT INTO look (gesture_id, why, drawn_at, state)"
                                + " SELECT id, 'to-be-reviewed', now(), 'waiting' FROM gesture");
        held = nordlyst.as("anna").logs(GOODWILL.plannedFor(Days.tomorrowAtNoon())).text("id");
        waiting = nordlyst.as("anna").logs(WAITING.asked()).text("id");
        closed.put("GET /api/v1/approvals", this::listsApprovals);
        closed.put("GET /api/v1/approvals/{id}", c -> notFound(c.get("/approvals/" + waiting)));
        for (String verb :
                List.of(
                        "approve",
                        "counter",
                        "decline",
                        "ask",
                        "reassign",
                        "accept",
                        "answer",
                        "remind",
                        "withdraw",
                        "undo")) {
            closed.put("POST /api/v1/approvals/{id}/" + verb, c -> decides(c, verb));
        }
        closed.put("POST /api/v1/approvals/bulk-approve", this::approvesMany);
        closed.put("POST /api/v1/gestures", this::logs);
        closed.put("POST /api/v1/gestures/preview", c -> outside(c.previews(GOODWILL.asked())));
        closed.put("POST /api/v1/gestures/batch", this::logsInBatch);
        closed.put("GET /api/v1/gestures", this::lists);
        closed.put("GET /api/v1/gestures/{id}", c -> notFound(c.get("/gestures/" + settled)));
        closed.put("POST /api/v1/gestures/{id}/settlement", c -> ends(c, held, "settlement"));
        closed.put("POST /api/v1/gestures/{id}/release", c -> ends(c, held, "release"));
        closed.put("POST /api/v1/gestures/{id}/reversal", c -> ends(c, settled, "reversal"));
        closed.put("GET /api/v1/leeway", c -> outside(c.get("/leeway?site=krogen")));
        closed.put("GET /api/v1/budgets", this::seesBudgets);
        closed.put("GET /api/v1/budgets/{code}", c -> outside(c.get("/budgets/krogen-month")));
        closed.put(
                "GET /api/v1/budgets/{code}/entries",
                c -> outside(c.get("/budgets/anna-day/entries")));
        String month = "/months/" + YearMonth.now().minusMonths(1);
        closed.put("GET /api/v1/months", c -> notAllowed(c.get("/months")));
        closed.put(
                "POST /api/v1/months/{month}/close",
                c -> notAllowed(c.withNewKey().post(month + "/close", "{}")));
        closed.put(
                "POST /api/v1/months/{month}/reopen",
                c -> notAllowed(c.withNewKey().post(month + "/reopen", "{}")));
        closed.put("GET /api/v1/people", this::seesPeople);
        closed.put("POST /api/v1/customers", c -> notAllowed(post(c, "/customers", "text/csv")));
        closed.put("GET /api/v1/company", c -> notAllowed(c.get("/company")));
        closed.put(
                "POST /api/v1/company", c -> notAllowed(post(c, "/company", "application/yaml")));
        closed.put("PUT /api/v1/guardrails", this::putsGuardrails);
        closed.put("GET /api/v1/rule-questions", c -> notAllowed(c.get("/rule-questions")));
        closed.put("GET /api/v1/words/dead", c -> notAllowed(c.get("/words/dead")));
        closed.put("POST /api/v1/words/{id}/read", this::readsWord);
        String hook = "/webhooks/" + UUID.randomUUID();
        closed.put("GET /api/v1/webhooks", c -> notAllowed(c.get("/webhooks")));
        closed.put("POST /api/v1/webhooks", this::addsWebhook);
        closed.put("GET /api/v1/webhooks/{id}", c -> notAllowed(c.get(hook)));
        closed.put("DELETE /api/v1/webhooks/{id}", c -> notAllowed(bare(c, "DELETE", hook)));
        closed.put(
                "POST /api/v1/webhooks/{id}/test",
                c -> notAllowed(bare(c, "POST", hook + "/test")));
        closed.put(
                "GET /api/v1/webhooks/{id}/deliveries",
                c -> notAllowed(c.get(hook + "/deliveries")));
        closed.put(
                "POST /api/v1/webhooks/{id}/deliveries/{delivery}/again",
                c -> notAllowed(bare(c, "POST", hook + "/deliveries/" + WORD_OF_KIM + "/again")));
        closed.put("GET /api/v1/events", c -> notAllowed(c.get("/events")));
        closed.put(
                "GET /api/v1/looks",
                c -> assertThat(c.get("/looks").json().get("items")).isEmpty());
        for (String verb : List.of("seen", "endorse", "talk", "question")) {
            closed.put("POST /api/v1/looks/{id}/" + verb, c -> looks(c, verb));
        }
        closed.put("GET /api/v1/absences", this::seesAbsences);
        closed.put("POST /api/v1/absences", this::makesAbsence);
        closed.put(
                "DELETE /api/v1/absences/{id}",
                c -> notFound(bare(c, "DELETE", "/absences/" + ABSENCE_OF_KIM)));
        closed.put("POST /api/v1/absences/{id}/stand-in", this::choosesStandIn);
        closed.put(
                "POST /api/v1/payoff/estimate",
                c -> notAllowed(c.post("/payoff/estimate", "{\"episodes\":[]}")));
        closed.put("GET /api/v1/audit/check", c -> notAllowed(c.get("/audit/check")));
        closed.put("POST /api/v1/audit/check", c -> notAllowed(c.post("/audit/check", "{}")));
        closed.put("GET /api/v1/audit/head", c -> notAllowed(c.get("/audit/head")));
        closed.put("GET /api/v1/audit/heads", c -> notAllowed(c.get("/audit/heads")));
        closed.put("POST /api/v1/audit/heads", c -> notAllowed(c.post("/audit/heads", "{}")));
        closed.put("GET /api/v1/audit/keys", c -> notAllowed(c.get("/audit/keys")));
        closed.put("GET /api/v1/payoff", c -> notAllowed(c.get("/payoff")));
        String file = "/outcomes/files/" + UUID.randomUUID();
        closed.put("POST /api/v1/outcomes", c -> notAllowed(c.post("/outcomes", "[]")));
        closed.put(
                "POST /api/v1/outcomes/from/{product}",
                c -> notAllowed(c.post("/outcomes/from/square", "{}")));
        closed.put(
                "POST /api/v1/outcomes/files",
                c -> notAllowed(post(c, "/outcomes/files", "text/csv")));
        closed.put("GET /api/v1/outcomes/files/{id}", c -> notAllowed(c.get(file)));
        closed.put(
                "GET /api/v1/outcomes/files/{id}/refused",
                c -> notAllowed(c.get(file + "/refused")));
        closed.put("POST /api/v1/episodes", this::notesEpisode);
        closed.put("GET /api/v1/facts", c -> notAllowed(c.get("/facts")));
        closed.put("POST /api/v1/facts", c -> notAllowed(c.post("/facts", "{}")));
    }

    @Test
    void P9_every_operation_is_either_open_to_all_or_tried_here() {
        List<String> tried = new ArrayList<>(OPEN);
        tried.addAll(closed.keySet());

        assertThat(nordlyst.document().operations()).containsExactlyInAnyOrderElementsOf(tried);
    }

    @Test
    void P9_a_manager_of_another_region_sees_and_moves_nothing() {
        nordlyst.as("maria").get("/me");
        nordlyst.as("maria").get("/budgets");
        Map<String, String> before = nordlyst.books().digests();

        closed.values().forEach(trial -> trial.accept(nordlyst.as("maria")));

        assertThat(nordlyst.books().digests()).isEqualTo(before);
    }

    @Test
    void P9_somebody_of_the_staff_sees_nothing_of_a_colleague_beside_them() {
        ApiClient adam = nordlyst.as("adam");

        notFound(adam.get("/gestures/" + settled));
        assertThat(adam.get("/gestures").json().get("items")).isEmpty();
        ends(adam, held, "release");
        outside(adam.get("/budgets/anna-day"));
        notAllowed(adam.get("/people"));
    }

    @Test
    void P9_their_own_manager_sees_them_and_so_does_the_auditor() {
        for (String user : List.of("kim", "mats", "lena", "axel")) {
            assertThat(nordlyst.as(user).get("/gestures").texts("items", "id"))
                    .as(user)
                    .containsExactlyInAnyOrder(settled, held, waiting);
        }
        assertThat(nordlyst.as("stina").get("/gestures").json().get("items")).isEmpty();
    }

    @Test
    void the_auditor_changes_nothing() {
        ApiClient axel = nordlyst.as("axel");

        notAllowed(axel.logs(GOODWILL.done()));
        notAllowed(post(axel, "/company", "application/yaml"));
        ends(axel, held, "release");
    }

    private void logs(ApiClient client) {
        outside(client.logs(GOODWILL.asked()));
    }

    private void logsInBatch(ApiClient client) {
        String item =
                "{\"items\":[{\"id\":\"0190a3f2-0000-7000-8000-000000000001\",\"gesture\":"
                        + GOODWILL.asked()
                        + "}]}";
        assertThat(client.post("/gestures/batch", item).text("items.0.problem.code"))
                .isEqualTo("outside-your-area");
    }

    private void lists(ApiClient client) {
        for (String filter : List.of("", "?site=krogen", "?staff=anna", "?customer=C-1001")) {
            assertThat(client.get("/gestures" + filter).json().get("items")).isEmpty();
        }
    }

    private void listsApprovals(ApiClient client) {
        for (String view : List.of("", "?view=all", "?view=asked", "?site=krogen")) {
            assertThat(client.get("/approvals" + view).json().get("items")).isEmpty();
        }
    }

    /** To whoever does not see it, it is as if it were not there. */
    private void decides(ApiClient client, String verb) {
        notFound(
                client.withNewKey()
                        .post(
                                "/approvals/" + waiting + "/" + verb,
                                switch (verb) {
                                    case "ask", "answer" -> "{\"comment\":\"Why?\"}";
                                    case "reassign" -> "{\"to\":\"kim\"}";
                                    default -> "{}";
                                }));
    }

    private void approvesMany(ApiClient client) {
        notFound(
                client.withNewKey()
                        .post(
                                "/approvals/bulk-approve",
                                "{\"ids\":[\""
                                        + waiting
                                        + "\"],\"sum\":{\"amount\":\"700.00\",\"currency\":\"SEK\"}}"));
    }

    private void seesBudgets(ApiClient client) {
        assertThat(client.get("/budgets").texts("items", "code"))
                .contains("coast-month", "nordlyst-year")
                .doesNotContain("north-month", "krogen-month", "anna-day");
    }

    private void seesPeople(ApiClient client) {
        assertThat(client.get("/people").texts("items", "user"))
                .contains("maria", "klara")
                .doesNotContain("anna", "mats", "lena");
    }

    private void putsGuardrails(ApiClient client) {
        notAllowed(
                client.withNewKey().with("If-Match", "\"1\"").put("/guardrails", "{\"items\":[]}"));
    }

    private void addsWebhook(ApiClient client) {
        notAllowed(
                client.post(
                        "/webhooks",
                        "{\"url\":\"https://example.org/\",\"events\":[\"gesture.*\"]}"));
    }

    private static ApiAnswer bare(ApiClient client, String method, String path) {
        return client.send(method, path, null, (String) null);
    }

    /** What is to be looked at elsewhere is as if it were not there. */
    private void looks(ApiClient client, String verb) {
        String body =
                switch (verb) {
                    case "talk" -> "{\"text\":\"x\"}";
                    case "question" -> "{\"clause\":\"no-cash\",\"question\":\"x\"}";
                    default -> "{}";
                };
        notFound(client.withNewKey().post("/looks/" + settled + "/" + verb, body));
    }

    private void seesAbsences(ApiClient client) {
        assertThat(client.get("/absences").json().get("items")).isEmpty();
    }

    private void makesAbsence(ApiClient client) {
        String asked =
                "{\"user\":\"kim\",\"from\":\"2100-01-01T00:00:00Z\","
                        + "\"until\":\"2100-01-02T00:00:00Z\"}";
        outside(client.withNewKey().post("/absences", asked));
    }

    private void notesEpisode(ApiClient client) {
        String happened = "{\"incident\":\"delay\",\"site\":\"krogen\"}";
        outside(client.withNewKey().post("/episodes", happened));
    }

    private void choosesStandIn(ApiClient client) {
        String path = "/absences/" + ABSENCE_OF_KIM + "/stand-in";
        notFound(client.withNewKey().post(path, "{\"standIn\":\"maria\"}"));
    }

    /** A word of somebody else's is as if it were not there. */
    private void readsWord(ApiClient client) {
        notFound(bare(client, "POST", "/words/" + WORD_OF_KIM + "/read"));
    }

    private static void ends(ApiClient client, String gesture, String ending) {
        ApiAnswer answer = client.withNewKey().post("/gestures/" + gesture + "/" + ending, "{}");
        assertThat(answer.status()).as(answer.body()).isIn(403, 404);
    }

    private static ApiAnswer post(ApiClient client, String path, String mediaType) {
        return client.withNewKey().send("POST", path, mediaType, "x");
    }

    private static void outside(ApiAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("outside-your-area");
    }

    private static void notAllowed(ApiAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("not-allowed");
    }

    private static void notFound(ApiAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
    }
}
