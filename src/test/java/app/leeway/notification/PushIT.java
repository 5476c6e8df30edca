package app.leeway.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.outgoing.PublicAddress;
import app.leeway.outgoing.SafeHttpClient;
import app.leeway.shared.RefusedException;
import app.leeway.support.PlainDatabase;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PushIT {

    private static PlainDatabase database;

    private Told told;
    private PushService service;

    @BeforeAll
    static void start() {
        database = PlainDatabase.started("push");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void kimsPhoneAgreed() throws Exception {
        told = new Told(database);
        service = new PushService();
        subscribe(Told.KIM, "");
    }

    @AfterEach
    void serviceEnds() {
        service.close();
    }

    @Test
    void P7_a_device_reads_that_somebody_asks_and_nobody_else_reads_anything() {
        told.telling.tell(List.of(Told.notification(Told.KIM, "approval.asked", true)));
        deliver();

        assertThat(service.received)
                .singleElement()
                .satisfies(
                        pushed -> {
                            assertThat(pushed.text())
                                    .contains("\"text\":\"En kund väntar på ett svar\"")
                                    .contains("\"link\":\"/approval/approval.xhtml?id=g-1\"")
                                    .doesNotContain("Anna", "140000");
                            assertThat(pushed.headers())
                                    .containsEntry("content-encoding", "aes128gcm")
                                    .containsEntry("ttl", "600")
                                    .containsEntry("urgency", "high")
                                    .containsKey("topic");
                        });
        assertThat(database.one("SELECT count(*) FROM sending WHERE sent_at IS NOT NULL"))
                .isEqualTo("1");
    }

    @Test
    void the_installation_makes_its_key_once_for_all_servers() {
        assertThat(told.pushing().publicKey()).hasSize(87).isEqualTo(told.pushing().publicKey());
        assertThat(database.one("SELECT count(*) FROM installation_key")).isEqualTo("1");
    }

    @Test
    void every_device_is_told_once() {
        subscribe(Told.KIM, "2");
        subscribe(Told.ANNA, "3");
        told.tell(Told.KIM, "approval.asked");
        deliver();
        deliver();

        assertThat(service.received).hasSize(2);
    }

    @Test
    void a_device_that_its_push_service_no_longer_knows_is_forgotten() {
        for (int gone : List.of(404, 410)) {
            subscribe(Told.KIM, "");
            service.answer = gone;
            told.tell(Told.KIM, "approval.asked");
            deliver();
            assertThat(database.one("SELECT count(*) FROM push_subscription")).isEqualTo("0");
            assertThat(database.one("SELECT count(*) FROM sending")).isEqualTo("0");
        }
    }

    @Test
    void P5_a_push_service_that_is_busy_is_asked_again_later() {
        service.answer = 503;
        told.tell(Told.KIM, "approval.asked");
        deliver();
        service.answer = 201;
        told.clock.advance(Duration.ofSeconds(13));
        deliver();

        assertThat(service.received).hasSize(2);
        assertThat(service.received.get(0).headers().get("topic"))
                .as("one takes the place of the other")
                .isEqualTo(service.received.get(1).headers().get("topic"));
    }

    @Test
    void what_a_push_service_will_never_take_is_given_up_at_once() {
        service.answer = 413;
        told.tell(Told.KIM, "approval.asked");
        deliver();

        assertThat(told.sendings().dead(10))
                .extracting(NotificationDeliveries.Dead::problem)
                .containsExactly("the push service answered 413");
    }

    @Test
    void P9_a_shared_tablet_tells_only_whoever_asked_last() {
        told.tell(Told.KIM, "approval.asked");
        subscribe(Told.ANNA, "");
        deliver();
        assertThat(service.received).as("what was Kim's").isEmpty();

        told.tell(Told.KIM, "approval.asked");
        told.tell(Told.ANNA, "approval.approved");
        deliver();
        assertThat(service.received).hasSize(1);
        told.devices.unsubscribe(Told.actor(Told.KIM), device("").id());
        assertThat(told.devices.count(Told.actor(Told.ANNA))).as("not Kim's to end").isEqualTo(1);
    }

    @Test
    void nobody_has_more_than_ten_devices() {
        for (int i = 0; i < 12; i++) {
            told.clock.advance(Duration.ofSeconds(1));
            subscribe(Told.KIM, "-" + i);
        }

        assertThat(told.devices.count(Told.actor(Told.KIM))).isEqualTo(10);
        assertThat(
                        database.one(
                                "SELECT count(*) FROM push_subscription WHERE endpoint LIKE '%-11'"))
                .isEqualTo("1");
    }

    @Test
    void a_push_service_inside_is_refused_and_forgotten_when_its_name_leads_there_later() {
        told.devices.addresses =
                new PublicAddress(
                        host -> new InetAddress[] {InetAddress.getByName("10.0.0.7")}, false);
        assertThatThrownBy(() -> subscribe(Told.KIM, "")).isInstanceOf(RefusedException.class);

        told.tell(Told.KIM, "approval.asked");
        PushChannel elsewhere = told.pushing();
        elsewhere.courier = new SafeHttpClient(told.devices.addresses);
        told.delivering().deliver(elsewhere);
        assertThat(service.received).isEmpty();
        assertThat(told.devices.count(Told.actor(Told.KIM))).isZero();
    }

    private void deliver() {
        told.delivering().deliver(told.pushing());
    }

    private UUID subscribe(long person, String more) {
        return told.devices.subscribe(Told.actor(person), device(more));
    }

    private PushDevices.Device device(String more) {
        return new PushDevices.Device(
                service.endpoint() + more, service.publicKey(), PushService.AUTH, "tap");
    }
}
