package app.leeway.notification.rest;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.notification.PushService;
import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.Awaiting;
import app.leeway.support.Nordlyst;
import app.leeway.support.RunningLeeway;
import com.icegreen.greenmail.util.GreenMail;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notifications in the running server: in the app, by mail, to a device. */
class NotificationsIT {

    private final Nordlyst nordlyst = Nordlyst.running();
    private final ApiClient kim = nordlyst.as("kim");

    @BeforeEach
    void kimWasToldNothing() {
        kim.put("/me", "{\"language\":\"sv\"}");
        nordlyst.books().write("DELETE FROM word");
        nordlyst.books().write("DELETE FROM push_subscription");
        nordlyst.books().write("DELETE FROM telling_choice");
    }

    @Test
    void a_word_is_read_in_the_language_of_the_reader_once() {
        told("push", null);

        ApiAnswer list = kim.with("Accept-Language", "en").get("/notifications");
        assertThat(list.text("items.0.text"))
                .isEqualTo("Anna Ek asks for SEK\u00a01,400: Goodwill, Krogen.");
        assertThat(list.text("items.0.readAt")).isNull();
        ApiAnswer read =
                kim.with("Accept-Language", "sv")
                        .send(
                                "POST",
                                "/notifications/" + list.text("items.0.id") + "/read",
                                null,
                                (String) null);
        assertThat(read.text("text")).startsWith("Anna Ek ber om 1\u00a0400\u00a0kr: ");
        assertThat(read.text("readAt")).isNotNull();
        assertThat(nordlyst.as("anna").get("/notifications").json().get("items")).isEmpty();
        assertThat(kim.send("POST", "/notifications/nonsense/read", null, (String) null).status())
                .isEqualTo(404);
    }

    @Test
    void how_somebody_is_told_is_theirs_to_choose() {
        assertThat(kim.get("/me/notification-preferences").text("digestAt")).isEqualTo("16:00");
        ApiAnswer chosen =
                kim.put(
                        "/me/notification-preferences",
                        "{\"push\":false,\"mailTo\":\"kim@example.org\",\"urgentAlways\":true,"
                                + "\"quiet\":{\"from\":\"22:00\",\"until\":\"07:00\"}}");

        assertThat(chosen.status()).isEqualTo(200);
        assertThat(kim.get("/me/notification-preferences").json()).isEqualTo(chosen.json());
        assertThat(chosen.text("digestAt")).isNull();
        assertThat(
                        kim.put(
                                        "/me/notification-preferences",
                                        "{\"push\":true,\"quiet\":{\"from\":\"22:00\",\"until\":"
                                                + "\"22:00\"},\"digestAt\":\"noon\"}")
                                .violations())
                .containsExactlyInAnyOrder("quiet never-ends", "digestAt wrong-type");
        assertThat(
                        kim.put(
                                        "/me/notification-preferences",
                                        "{\"push\":true,\"mailTo\":\"kim\"}")
                                .violations())
                .containsExactly("mailTo not-an-address");
    }

    @Test
    void mail_leaves_the_server() throws Exception {
        GreenMail letters = RunningLeeway.shared().letters();
        letters.purgeEmailFromAllMailboxes();
        kim.put("/me/notification-preferences", "{\"push\":true,\"mailTo\":\"kim@example.org\"}");
        told("mail", null);

        assertThat(letters.waitForIncomingEmail(30_000, 1)).isTrue();
        assertThat(letters.getReceivedMessages()[0].getSubject())
                .isEqualTo("Någon ber om ett svar");
        assertThat(letters.getReceivedMessages()[0].getContent().toString())
                .contains(RunningLeeway.shared().url() + "/approval/approval.xhtml?id=g-1");
    }

    @Test
    void a_device_is_told_and_forgotten_when_it_wants_no_more() throws Exception {
        try (PushService service = new PushService()) {
            assertThat(kim.get("/me/push").text("key")).hasSize(87);
            ApiAnswer device = kim.post("/me/push", subscription(service.endpoint(), service));
            assertThat(device.status()).isEqualTo(200);
            told("push", device.text("id"));

            Awaiting.until("the push", () -> !service.received.isEmpty());
            assertThat(service.received.get(0).text()).contains("Någon ber om ett svar");
            assertThat(
                            kim.send("DELETE", "/me/push/" + device.text("id"), null, (String) null)
                                    .status())
                    .isEqualTo(204);
            assertThat(kim.get("/me/push").json().get("devices").asInt()).isZero();
            assertThat(
                            kim.post("/me/push", subscription("https://10.0.0.1/", service))
                                    .violations())
                    .containsExactly("endpoint private-address");
        }
    }

    @Test
    void what_was_given_up_is_seen_by_stewards() {
        told("mail", null);
        nordlyst.books()
                .write(
                        "UPDATE sending SET dead_at = '2026-11-25T10:00:00Z', attempts = 12,"
                                + " problem = 'the mail server: gone'");

        assertThat(nordlyst.as("stina").get("/notifications/undeliverable").text("items.0.person"))
                .isEqualTo("kim");
        assertThat(nordlyst.as("kim").get("/notifications/undeliverable").code())
                .isEqualTo("not-allowed");
    }

    private static String subscription(String endpoint, PushService service) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return "{\"endpoint\":\"%s\",\"expirationTime\":null,\"keys\":{\"p256dh\":\"%s\",\"auth\":\"%s\"},\"page\":\"tap\"}"
                .formatted(
                        endpoint,
                        encoder.encodeToString(service.publicKey()),
                        encoder.encodeToString(PushService.AUTH));
    }

    /** As if Anna had just asked Kim. */
    private void told(String channel, String device) {
        String notification = UUID.randomUUID().toString();
        nordlyst.books()
                .write(
                        "WITH word AS (INSERT INTO word (id, person_id, what, subject, facts, urgent,"
                                + " at) SELECT '%s', k.id, 'approval.asked', 'g-1', json_build_object("
                                        .formatted(notification)
                                + "'who', a.id::text, 'amount', '140000', 'kind', 'goodwill',"
                                + " 'place', 'krogen')::text, false, '2026-01-01T09:00:00Z'"
                                + " FROM person k, person a WHERE k.user_name = 'kim'"
                                + " AND a.user_name = 'anna' RETURNING id)"
                                + " INSERT INTO sending (word_id, channel, push_id, not_before)"
                                + " SELECT id, '%s', %s, '2026-01-01T09:00:00Z' FROM word %s"
                                        .formatted(
                                                channel,
                                                device == null
                                                        ? "NULL::uuid"
                                                        : "'" + device + "'::uuid",
                                                channel.equals("push") && device == null
                                                        ? "WHERE false"
                                                        : ""));
    }
}
