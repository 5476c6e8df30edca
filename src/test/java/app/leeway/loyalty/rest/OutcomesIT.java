package app.leeway.loyalty.rest;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Nordlyst;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/**
 * What customers did later comes in over HTTP: once, in any order, in two languages of machines.
 */
class OutcomesIT {

    private final Nordlyst nordlyst = Nordlyst.running();
    private final ApiClient machine = nordlyst.withToken(nordlyst.tokenOfMachine());
    private final String source = "till-" + UUID.randomUUID();
    private final String customer = "c-" + UUID.randomUUID();

    @Test
    void an_outcome_comes_in_once_however_often_it_is_sent() {
        String purchase = purchase("1", "120.00");

        ApiAnswer first = machine.post("/outcomes", purchase);
        ApiAnswer again = machine.post("/outcomes", "[" + purchase + "," + purchase + "]");

        assertThat(first.body()).contains("\"added\":1", "\"repeated\":0");
        assertThat(again.body()).contains("\"added\":0", "\"repeated\":2");
        assertThat(kept()).isEqualTo(1);
        assertThat(worth()).isEqualTo(120_00 * 500);
    }

    @Test
    void the_same_id_with_other_words_is_refused_and_changes_nothing() {
        machine.post("/outcomes", purchase("1", "120.00"));

        ApiAnswer other = machine.post("/outcomes", purchase("1", "130.00"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("violations.0.code")).isEqualTo("contradiction");
        assertThat(worth()).isEqualTo(120_00 * 500);
    }

    @Test
    void corrections_and_reversals_count_whichever_comes_first() {
        String correction =
                "{\"source\":\"%s\",\"id\":\"2\",\"type\":\"purchase\",\"customer\":\"%s\",\"time\":\"2026-10-01T10:00:00+02:00\",\"amount\":{\"amount\":\"80.00\",\"currency\":\"SEK\"},\"category\":\"food\",\"corrects\":\"1\"}"
                        .formatted(source, customer);
        String reversal =
                "{\"source\":\"%s\",\"id\":\"3\",\"customer\":\"%s\",\"time\":\"2026-10-02T10:00:00+02:00\",\"reverses\":\"2\"}"
                        .formatted(source, customer);

        machine.post("/outcomes", correction);
        assertThat(worth()).isEqualTo(80_00 * 600);
        machine.post("/outcomes", purchase("1", "100.00"));
        assertThat(worth()).isEqualTo(80_00 * 600);
        machine.post("/outcomes", reversal);
        assertThat(worth()).isZero();
        ApiAnswer twice = machine.post("/outcomes", reversal.replace("\"3\"", "\"4\""));
        assertThat(twice.text("violations.0.code")).isEqualTo("replaced-already");
    }

    @Test
    void a_cloud_event_says_the_same() {
        String event =
                """
                {"specversion":"1.0","source":"%s","id":"e1","type":"com.example.outcome.tier-change",
                 "subject":"C-1003","time":"2026-10-01T10:00:00Z","traceparent":"00-0af7",
                 "data":{"tier":"gold"}}"""
                        .formatted(source);

        ApiAnswer answer = machine.send("POST", "/outcomes", "application/cloudevents+json", event);

        assertThat(answer.body()).contains("\"added\":1");
        assertThat(
                        nordlyst.books()
                                .figure(
                                        "SELECT count(*) FROM outcome WHERE tier = 'gold' AND source = '"
                                                + source
                                                + "'"))
                .isEqualTo(1);
    }

    @Test
    void of_a_list_each_is_taken_for_itself_and_what_is_wrong_is_said() {
        String list =
                "["
                        + String.join(
                                ",",
                                purchase("1", "10.00"),
                                purchase("2", "10.00"),
                                purchase("3", "10.00").replace("SEK", "EUR"),
                                purchase("4", "10.00").replace("2026-10", "2036-10"),
                                purchase("5", "10.00").replace("purchase", "theft"),
                                purchase("6", "10.00").replace("\"amount\":{", "\"amont\":{"),
                                "{}")
                        + "]";

        ApiAnswer answer =
                machine.send(
                        "POST", "/outcomes", "application/json", BodyPublishers.ofString(list));

        assertThat(answer.body()).contains("\"added\":2");
        assertThat(answer.text("refused.0.index")).isEqualTo("2");
        assertThat(answer.text("refused.0.violations.0.code")).isEqualTo("wrong-currency");
        assertThat(answer.text("refused.1.violations.0.code")).isEqualTo("in-the-future");
        assertThat(answer.text("refused.2.violations.0.code")).isEqualTo("unknown-value");
        assertThat(answer.text("refused.3.violations.0.code")).isIn("missing", "unknown-field");
        assertThat(answer.text("refused.4.index")).isEqualTo("6");
        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void a_packed_body_is_unpacked_and_rubbish_is_not() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(purchase("1", "10.00").getBytes(StandardCharsets.UTF_8));
        }
        ApiClient packing = machine.with("Content-Encoding", "gzip");

        assertThat(
                        packing.send(
                                        "POST",
                                        "/outcomes",
                                        "application/json",
                                        BodyPublishers.ofByteArray(packed.toByteArray()))
                                .body())
                .contains("\"added\":1");
        assertThat(
                        packing.send(
                                        "POST",
                                        "/outcomes",
                                        "application/json",
                                        BodyPublishers.ofString("[]"))
                                .status())
                .isEqualTo(400);
        assertThat(
                        machine.with("Content-Encoding", "br")
                                .send(
                                        "POST",
                                        "/outcomes",
                                        "application/json",
                                        BodyPublishers.ofString("[]"))
                                .status())
                .isEqualTo(415);
    }

    @Test
    void a_packed_body_that_swells_is_refused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] spaces = new byte[1024 * 1024];
            java.util.Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 40; i++) {
                gzip.write(spaces);
            }
        }

        ApiAnswer answer =
                machine.with("Content-Encoding", "gzip")
                        .send(
                                "POST",
                                "/outcomes",
                                "application/json",
                                BodyPublishers.ofByteArray(packed.toByteArray()));

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void points_of_square_come_in_as_square_sends_them() {
        assertThat(square("ADJUST_POINTS", "adjust_points", 40)).contains("\"added\":1");
        assertThat(square("CREATE_REWARD", "create_reward", 100)).contains("\"added\":1");
        assertThat(square("CREATE_REWARD", "create_reward", 100)).contains("\"repeated\":1");
        assertThat(square("REDEEM_REWARD", "redeem_reward", 0)).contains("\"added\":0");

        assertThat(points()).containsExactly("-100", "40");
    }

    @Test
    void a_tier_of_loyaltylion_comes_in_once_however_often_the_customer_changes() {
        assertThat(loyaltyLion("2026-09-01T08:00:00.000Z", 100)).contains("\"added\":1");
        assertThat(loyaltyLion("2026-09-01T08:00:00.000Z", 250)).contains("\"repeated\":1");
        assertThat(loyaltyLion("2026-10-01T08:00:00.000Z", 250)).contains("\"added\":1");
        String without = "{\"topic\":\"customers/update\",\"customer\":{\"merchant_id\":\"1\"}}";
        assertThat(machine.post("/outcomes/from/loyaltylion", without).body())
                .contains("\"added\":0");
    }

    @Test
    void what_a_product_does_not_send_is_refused_and_so_are_products_unknown() {
        String broken =
                "{\"type\":\"loyalty.event.created\",\"data\":{\"object\":{\"loyalty_event\":"
                        + "{\"id\":\"1\",\"type\":\"ADJUST_POINTS\",\"adjust_points\":{}}}}}";

        ApiAnswer answer = machine.post("/outcomes/from/square", broken);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "data.object.loyalty_event.loyalty_account_id",
                        "data.object.loyalty_event.created_at",
                        "data.object.loyalty_event.adjust_points.points");
        ApiAnswer other =
                machine.send(
                        "POST",
                        "/outcomes/from/other",
                        ApiClient.JSON,
                        BodyPublishers.ofString("{}"));
        assertThat(other.status()).isEqualTo(404);
    }

    /** Square's loyalty.event.created, of the shape that Square documents. */
    private String square(String type, String details, int points) {
        String event =
                """
                {"merchant_id":"M1","type":"loyalty.event.created","event_id":"%1$s","created_at":"2026-10-01T10:00:01Z",
                 "data":{"type":"loyalty_event","id":"%1$s","object":{"loyalty_event":{
                  "id":"%1$s-%2$s","type":"%2$s","created_at":"2026-10-01T10:00:00Z","%3$s":{"loyalty_program_id":"P1","points":%4$d},
                  "loyalty_account_id":"%5$s","location_id":"L1","source":"SQUARE"}}}}"""
                        .formatted(source, type, details, points, customer);
        return machine.post("/outcomes/from/square", event).body();
    }

    /** LoyaltyLion's customers/update, of the shape that LoyaltyLion documents. */
    private String loyaltyLion(String since, int points) {
        String event =
                """
                {"id":"%s","topic":"customers/update","created_at":"2026-10-02T03:00:05.000Z",
                 "customer":{"id":1001,"merchant_id":"%s","points_approved":%d,"guest":false,
                  "loyalty_tier_membership":{"manual":false,"expires_at":null,"started_at":"%s",
                   "loyalty_tier":{"id":7,"name":"Gold","number":2,"default":false}}}}"""
                        .formatted(UUID.randomUUID(), customer, points, since);
        return machine.post("/outcomes/from/loyaltylion", event).body();
    }

    private java.util.List<String> points() {
        return nordlyst.books()
                .texts(
                        "SELECT points FROM outcome WHERE source = 'square' AND customer = '"
                                + customer
                                + "' ORDER BY points");
    }

    @Test
    void only_machines_and_stewards_bring_outcomes() {
        for (Map.Entry<String, Integer> who :
                Map.of("anna", 403, "kim", 403, "lena", 403, "axel", 403, "stina", 200)
                        .entrySet()) {
            assertThat(
                            nordlyst.as(who.getKey())
                                    .post("/outcomes", purchase(who.getKey(), "1.00"))
                                    .status())
                    .as(who.getKey())
                    .isEqualTo(who.getValue());
        }
    }

    private String purchase(String id, String amount) {
        return "{\"source\":\"%s\",\"id\":\"%s\",\"type\":\"purchase\",\"customer\":\"%s\",\"time\":\"2026-10-01T10:00:00+02:00\",\"amount\":{\"amount\":\"%s\",\"currency\":\"SEK\"}}"
                .formatted(source, id, customer, amount);
    }

    private long kept() {
        return nordlyst.books()
                .figure("SELECT count(*) FROM outcome WHERE source = '" + source + "'");
    }

    /** Thousandths of öre that count, of this test's own customer, whom nobody knows yet. */
    private long worth() {
        return nordlyst.books()
                .figure(
                        "SELECT coalesce(sum(amount), 0)::bigint FROM loyalty_event"
                                + " WHERE customer_id = '"
                                + customer
                                + "'");
    }
}
