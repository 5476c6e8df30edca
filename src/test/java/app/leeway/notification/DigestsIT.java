package app.leeway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.shared.jdbc.JdbiSetup;
import app.leeway.support.HandClock;
import app.leeway.support.PlainDatabase;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DigestsIT {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private static PlainDatabase database;

    private final DailyDigest digests = new DailyDigest();
    private HandClock clock;
    private Told told;

    @BeforeAll
    static void start() {
        database = PlainDatabase.started("digests");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void nobodyHasHeard() {
        told = new Told(database);
        clock = told.clock;
        digests.jdbi = JdbiSetup.over(database.source());
        digests.clock = clock;
    }

    @Test
    void once_a_day_at_four_unless_somebody_chooses_otherwise() {
        clock.set("2026-11-25T14:59:00Z");
        assertThat(digests.take(Told.KIM, STOCKHOLM)).isEmpty();
        clock.set("2026-11-25T15:00:30Z");
        assertThat(digests.take(Told.KIM, STOCKHOLM))
                .hasValueSatisfying(
                        span -> {
                            assertThat(span.after()).isEqualTo("2026-11-24T15:00:30Z");
                            assertThat(span.until()).isEqualTo("2026-11-25T15:00:30Z");
                        });
        clock.set("2026-11-25T22:00:00Z");
        assertThat(digests.take(Told.KIM, STOCKHOLM)).isEmpty();

        clock.set("2026-11-26T15:01:00Z");
        assertThat(digests.take(Told.KIM, STOCKHOLM))
                .as("from where they had heard")
                .hasValueSatisfying(
                        span -> assertThat(span.after()).isEqualTo("2026-11-25T15:00:30Z"));
    }

    @Test
    void at_the_time_they_chose_or_never() {
        told.choosing.choose(
                Told.actor(Told.KIM),
                new NotificationChoice(true, null, null, false, LocalTime.of(8, 30)));
        told.choosing.choose(
                Told.actor(Told.ANNA), new NotificationChoice(true, null, null, false, null));
        clock.set("2026-11-25T07:30:00Z");

        assertThat(digests.take(Told.KIM, STOCKHOLM)).isPresent();
        assertThat(digests.take(Told.ANNA, STOCKHOLM)).isEmpty();
    }

    @Test
    void P13_the_time_is_that_of_the_wall_when_summer_time_ends() {
        Instant heard = Instant.parse("2026-10-24T14:00:00Z");

        assertThat(span(heard, "2026-10-25T14:59:59Z")).isEmpty();
        assertThat(span(heard, "2026-10-25T15:00:00Z")).isPresent();
    }

    @Test
    void after_a_long_while_only_the_last_week_is_told() {
        assertThat(span(Instant.parse("2026-01-01T15:00:00Z"), "2026-11-25T15:00:00Z"))
                .hasValueSatisfying(
                        span -> assertThat(span.after()).isEqualTo("2026-11-18T15:00:00Z"));
    }

    private static java.util.Optional<DailyDigest.Span> span(Instant heard, String now) {
        return DailyDigest.span(LocalTime.of(16, 0), heard, STOCKHOLM, Instant.parse(now));
    }
}
