package app.leeway.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.shared.RefusedException;
import app.leeway.shared.jdbc.JdbiSetup;
import app.leeway.support.PlainDatabase;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationStoreIT {

    private static PlainDatabase database;

    private Told told;

    @BeforeAll
    static void start() {
        database = PlainDatabase.started("words");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void nobodyWasToldAnything() {
        told = new Told(database);
    }

    @Test
    void unread_words_come_first_and_the_newest_of_them_on_top() {
        for (String what : List.of("a.one", "a.two", "a.three", "a.four")) {
            told.tell(Told.KIM, what);
        }
        told.reading.read(Told.actor(Told.KIM), list(null, 10).get(0).id());

        assertThat(list(null, 10))
                .extracting(StoredNotification::what)
                .containsExactly("a.three", "a.two", "a.one", "a.four");
        StoredNotification second = list(null, 2).get(1);
        assertThat(
                        list(
                                Notifications.Position.parse(
                                        Notifications.Position.of(second).toString()),
                                10))
                .extracting(StoredNotification::what)
                .containsExactly("a.one", "a.four");
    }

    @Test
    void P9_nobody_reads_the_words_of_somebody_else() {
        told.tell(Told.KIM, "approval.asked");

        assertThat(told.notifications.mine(Told.actor(Told.ANNA), null, 10)).isEmpty();
        assertThatThrownBy(
                        () -> told.reading.read(Told.actor(Told.ANNA), list(null, 1).get(0).id()))
                .isInstanceOf(RefusedException.class);
        assertThat(told.notifications.unread(Told.actor(Told.KIM))).isEqualTo(1);
    }

    @Test
    void the_first_reading_counts() {
        told.tell(Told.KIM, "approval.asked");
        StoredNotification notification =
                told.reading.read(Told.actor(Told.KIM), list(null, 1).get(0).id());
        told.clock.advance(Duration.ofHours(1));

        assertThat(told.reading.read(Told.actor(Told.KIM), notification.id()).readAt())
                .isEqualTo(notification.readAt());
    }

    @Test
    void what_somebody_chooses_is_kept_whole() {
        NotificationChoice choice =
                new NotificationChoice(
                        false,
                        "kim@example.org",
                        new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)),
                        true,
                        null);

        assertThat(told.choosing.chosen(Told.actor(Told.KIM))).isEqualTo(NotificationChoice.USUAL);
        told.choosing.choose(Told.actor(Told.KIM), choice);
        assertThat(told.choosing.chosen(Told.actor(Told.KIM))).isEqualTo(choice);
        told.choosing.choose(Told.actor(Told.KIM), NotificationChoice.USUAL);
        assertThat(told.choosing.chosen(Told.actor(Told.KIM))).isEqualTo(NotificationChoice.USUAL);
    }

    @Test
    void an_address_that_would_write_into_the_head_of_a_mail_is_refused() {
        for (String address : List.of("kim", "kim@x\r\nBcc: all@y", "a b@c.de", "k@x, l@y")) {
            assertThatThrownBy(
                            () ->
                                    told.choosing.choose(
                                            Told.actor(Told.KIM),
                                            new NotificationChoice(
                                                    true, address, null, false, null)))
                    .as(address)
                    .isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void mail_goes_only_to_those_who_want_it_and_only_where_there_is_a_server_for_it() {
        told.choosing.choose(
                Told.actor(Told.KIM), new NotificationChoice(true, "k@x.org", null, false, null));
        told.tell(Told.KIM, "approval.asked");
        assertThat(database.one("SELECT count(*) FROM sending")).isEqualTo("0");

        told.mail.host = "localhost";
        told.telling.tell(
                List.of(
                        Told.notification(Told.KIM, "approval.asked", false),
                        Told.notification(Told.ANNA, "approval.asked", false)));

        assertThat(database.one("SELECT string_agg(channel, ',') FROM sending")).isEqualTo("mail");
    }

    @Test
    void what_was_read_goes_after_a_month_and_what_nobody_read_after_half_a_year() {
        NotificationRetention forgetting = new NotificationRetention();
        forgetting.jdbi = JdbiSetup.over(database.source());
        forgetting.clock = told.clock;
        told.tell(Told.KIM, "a.read");
        told.reading.readAll(Told.actor(Told.KIM));
        told.tell(Told.KIM, "a.unread");
        told.clock.advance(NotificationRetention.READ.plusSeconds(1));
        forgetting.forget();
        assertThat(list(null, 10)).extracting(StoredNotification::what).containsExactly("a.unread");

        told.clock.advance(NotificationRetention.UNREAD);
        forgetting.forget();
        assertThat(list(null, 10)).isEmpty();
    }

    private List<StoredNotification> list(Notifications.Position after, int limit) {
        return told.notifications.mine(Told.actor(Told.KIM), after, limit);
    }
}
