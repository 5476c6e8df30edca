package app.leeway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.audit.HeadSigned;
import app.leeway.audit.SignedHead;
import app.leeway.shared.jdbc.JdbiSetup;
import app.leeway.support.PlainDatabase;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailIT {

    private static PlainDatabase database;
    private static Letters letters;

    private Told told;

    @BeforeAll
    static void start() {
        database = PlainDatabase.started("mail");
        letters = new Letters();
    }

    @AfterAll
    static void stop() {
        letters.close();
        database.close();
    }

    @BeforeEach
    void kimWantsMail() throws Exception {
        letters.server.purgeEmailFromAllMailboxes();
        told = new Told(database);
        told.mail.host = "localhost";
        told.mail.port = letters.port();
        told.mail.from = "leeway@leeway.example";
        choose(null);
    }

    @Test
    void P7_a_mail_leads_to_what_it_is_about_and_says_nothing_of_anybody() throws Exception {
        told.tell(Told.KIM, "approval.asked");
        deliver();

        MimeMessage mail = letters.server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Någon ber om ett svar");
        assertThat(mail.getAllRecipients()[0]).hasToString("kim@example.org");
        assertThat(mail.getFrom()[0]).hasToString("leeway@leeway.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID())
                .isEqualTo("<" + database.one("SELECT id FROM word") + "@leeway.example>");
        assertThat(mail.getContent().toString())
                .contains("https://leeway.example/approval/approval.xhtml?id=g-1")
                .contains("https://leeway.example/organization/me.xhtml")
                .doesNotContain("Anna", "1400", "140000");
    }

    /** All that it takes to verify it elsewhere, and nobody but auditors. */
    @Test
    void P18_the_head_of_the_day_goes_to_auditors_in_full() throws Exception {
        told.choosing.choose(
                Told.actor(Told.ANNA),
                new NotificationChoice(true, "anna@example.org", null, false, null));
        database.write(
                "DELETE FROM person_role",
                "INSERT INTO person_role VALUES (1, 'auditor'), (2, 'steward')");
        SignedHead head =
                new SignedHead(
                        "nordlyst",
                        4711,
                        new byte[32],
                        told.clock.instant(),
                        "00".repeat(32),
                        new byte[64]);
        SignedHeadNotifier auditors = new SignedHeadNotifier();
        auditors.jdbi = JdbiSetup.over(database.source());
        auditors.telling = told.telling;
        auditors.tell(new HeadSigned(head));
        deliver();

        assertThat(letters.server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = letters.server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()[0]).hasToString("kim@example.org");
        assertThat(mail.getSubject()).isEqualTo("Loggboken är signerad för i dag");
        assertThat(mail.getContent().toString().replace("\r", ""))
                .contains(head.statement() + "signature: AAAA")
                .contains("https://leeway.example/index.xhtml");
    }

    @Test
    void P2_two_servers_send_no_mail_twice() throws Exception {
        for (int i = 0; i < 120; i++) {
            told.tell(Told.KIM, "approval.asked");
        }
        ExecutorService servers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                work.add(
                        () -> {
                            told.delivering().deliver(told.mailing());
                            return null;
                        });
            }
            for (Future<Void> done : servers.invokeAll(work)) {
                done.get();
            }
        } finally {
            servers.shutdown();
        }

        List<String> ids = new ArrayList<>();
        for (MimeMessage mail : letters.server.getReceivedMessages()) {
            ids.add(mail.getMessageID());
        }
        assertThat(ids).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void P4_what_a_killed_server_had_taken_is_sent_by_another() throws Exception {
        told.tell(Told.KIM, "approval.asked");
        assertThat(told.sendings().take("mail", 10)).hasSize(1); // and is heard of no more
        deliver();
        assertThat(letters.server.getReceivedMessages()).isEmpty();

        told.clock.advance(NotificationDeliveries.LEASE.plusSeconds(1));
        deliver();
        assertThat(letters.server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void P5_a_mail_server_that_is_down_costs_time_only_until_it_is_given_up() throws Exception {
        told.mail.port = closedPort();
        told.tell(Told.KIM, "approval.asked");
        int tries = 0;
        while (database.one("SELECT 1 FROM sending WHERE dead_at IS NULL") != null) {
            deliver();
            told.clock.advance(Duration.ofHours(2));
            assertThat(++tries).isLessThan(20);
        }

        assertThat(tries).isEqualTo(NotificationDispatcher.BACKOFF.attempts());
        assertThat(told.sendings().dead(10))
                .singleElement()
                .satisfies(
                        dead -> {
                            assertThat(dead.what()).isEqualTo("approval.asked");
                            assertThat(dead.channel()).isEqualTo("mail");
                            assertThat(dead.problem()).startsWith("the mail server: ");
                        });
        assertThat(told.notifications.unread(Told.actor(Told.KIM)))
                .as("still in the app")
                .isEqualTo(1);
    }

    @Test
    void a_mail_server_that_is_back_gets_what_waited() throws Exception {
        told.mail.port = closedPort();
        told.tell(Told.KIM, "approval.asked");
        deliver();
        told.mail.port = letters.port();
        deliver();
        assertThat(letters.server.getReceivedMessages()).as("not at once").isEmpty();
        told.clock.advance(Duration.ofSeconds(13));
        deliver();

        assertThat(letters.server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void in_quiet_hours_mail_waits_and_what_was_read_meanwhile_is_not_sent() throws Exception {
        choose(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));
        told.clock.set("2026-11-25T22:30:00Z");
        told.tell(Told.KIM, "approval.asked");
        told.tell(Told.KIM, "approval.withdrawn");
        told.telling.tell(List.of(Told.notification(Told.KIM, "approval.asked", true)));
        deliver();
        assertThat(letters.server.getReceivedMessages()).isEmpty();
        StoredNotification read = told.notifications.mine(Told.actor(Told.KIM), null, 10).get(1);
        told.reading.read(Told.actor(Told.KIM), read.id());

        told.clock.set("2026-11-26T06:00:01Z");
        deliver();
        assertThat(letters.server.getReceivedMessages())
                .singleElement()
                .satisfies(
                        mail -> assertThat(mail.getSubject()).isEqualTo("Någon ber om ett svar"));
    }

    @Test
    void what_is_over_is_not_told_outside_the_app_any_more() throws Exception {
        told.tell(Told.KIM, "approval.asked");
        told.telling.silence("g-2");
        assertThat(database.one("SELECT count(*) FROM sending")).isEqualTo("1");
        told.telling.silence("g-1");
        told.tell(Told.KIM, "approval.taken");
        deliver();

        assertThat(letters.server.getReceivedMessages())
                .singleElement()
                .satisfies(
                        mail ->
                                assertThat(mail.getSubject())
                                        .isEqualTo("Någon annan har svarat på en begäran"));
        assertThat(told.notifications.mine(Told.actor(Told.KIM), null, 10))
                .filteredOn(notification -> !notification.isRead())
                .extracting(StoredNotification::what)
                .containsExactly("approval.taken");
    }

    @Test
    void P14_nothing_in_a_mail_comes_from_what_people_typed() throws Exception {
        told.telling.tell(
                List.of(
                        new Notification(
                                Told.KIM,
                                Told.type("approval.asked\r\nBcc: all@example.org"),
                                "g-1",
                                java.util.Map.of("who", "1\r\nX: y"),
                                false)));
        deliver();

        MimeMessage mail = letters.server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Något i Leeway rör dig");
    }

    private void choose(QuietHours quiet) {
        told.choosing.choose(
                Told.actor(Told.KIM),
                new NotificationChoice(true, "kim@example.org", quiet, false, null));
    }

    private void deliver() {
        told.delivering().deliver(told.mailing());
    }

    private static int closedPort() throws Exception {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
