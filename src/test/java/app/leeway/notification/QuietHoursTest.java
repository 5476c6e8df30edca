package app.leeway.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @ParameterizedTest
    @CsvSource({
        "22:00, 07:00, 2026-11-24T21:59, 2026-11-24T21:59",
        "22:00, 07:00, 2026-11-24T22:00, 2026-11-25T07:00",
        "22:00, 07:00, 2026-11-25T00:00, 2026-11-25T07:00",
        "22:00, 07:00, 2026-11-25T06:59, 2026-11-25T07:00",
        "22:00, 07:00, 2026-11-25T07:00, 2026-11-25T07:00",
        "12:00, 13:00, 2026-11-25T12:30, 2026-11-25T13:00",
        "12:00, 13:00, 2026-11-25T13:00, 2026-11-25T13:00",
        "12:00, 00:00, 2026-11-25T23:00, 2026-11-26T00:00",
    })
    void what_comes_in_quiet_hours_waits_for_their_end(
            LocalTime from, LocalTime until, LocalDateTime at, LocalDateTime told) {
        assertThat(new QuietHours(from, until).after(instant(at), STOCKHOLM))
                .isEqualTo(instant(told));
    }

    @Test
    void P13_quiet_hours_end_by_the_clock_on_the_wall_when_summer_time_begins() {
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30));

        assertThat(night.after(Instant.parse("2026-03-28T23:00:00Z"), STOCKHOLM))
                .isEqualTo("2026-03-29T01:30:00Z"); // 02:30 is 03:30 on that night
    }

    @Test
    void urgent_words_do_not_wait_until_they_are_stale() {
        Instant night = instant(LocalDateTime.parse("2026-11-24T23:00"));
        QuietHours quiet = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
        NotificationChoice silent = new NotificationChoice(true, null, quiet, false, null);
        NotificationChoice onCall = new NotificationChoice(true, null, quiet, true, null);

        assertThat(silent.when(night, true, STOCKHOLM)).isEmpty();
        assertThat(onCall.when(night, true, STOCKHOLM)).contains(night);
        assertThat(onCall.when(night, false, STOCKHOLM))
                .contains(instant(LocalDateTime.parse("2026-11-25T07:00")));
    }

    @Test
    void quiet_hours_end() {
        assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(STOCKHOLM).toInstant();
    }
}
