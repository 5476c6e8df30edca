package app.leeway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.audit.AuditNote;
import app.leeway.audit.RecordFixture;
import app.leeway.notification.Origin;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.organization.VisibleScope;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.support.HandClock;
import app.leeway.support.PlainDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamsIT {

    /** Somebody at the other end. */
    private static final class Ear implements EventStream.Listener {
        final List<Long> heard = new ArrayList<>();
        int beats;
        boolean ready = true;
        boolean ended;

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void tell(long seq, String type, String event) {
            heard.add(seq);
        }

        @Override
        public void beat() {
            beats++;
        }

        @Override
        public void end() {
            ended = true;
        }

        @Override
        public boolean isGone() {
            return false;
        }
    }

    private static PlainDatabase database;

    private final HandClock clock = new HandClock("2026-11-25T10:00:00Z");
    private final EventStreams streams = new EventStreams();
    private final Ear ear = new Ear();

    @BeforeAll
    static void start() {
        database = PlainDatabase.started("streams");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void fiveThingsHappened() {
        RecordFixture.clear(database);
        streams.record = RecordFixture.reading(database.source());
        streams.access = new Access();
        streams.origin = new Origin("https://leeway.example");
        streams.clock = clock;
        happens("gesture.logged", "g-1", "krogen");
        happens("company.imported", "c", null);
        happens("gesture.logged", "g-2", "gymmet");
        happens("gesture.settled", "g-1", "krogen");
        happens("approval.declined", "g-2", "gymmet");
    }

    @Test
    void whoever_comes_back_with_the_number_they_saw_last_misses_nothing() {
        streams.open(actor(Role.AUDITOR), 1L, ear);
        streams.look();
        assertThat(ear.heard).containsExactly(3L, 4L, 5L);
        happens("gesture.logged", "g-3", "krogen");
        streams.look();
        streams.look();

        assertThat(ear.heard).containsExactly(3L, 4L, 5L, 6L);
    }

    @Test
    void whoever_comes_for_the_first_time_hears_what_happens_from_then_on() {
        streams.open(actor(Role.AUDITOR), null, ear);
        streams.look();
        assertThat(ear.heard).isEmpty();
        happens("gesture.logged", "g-3", "krogen");
        streams.look();

        assertThat(ear.heard).containsExactly(6L);
    }

    @Test
    void P9_nobody_hears_what_happened_outside_the_part_they_see() {
        EventStream stream =
                new EventStream(
                        "axel",
                        ear,
                        new VisibleScope(false, Set.of("krogen"), 1),
                        0,
                        0,
                        Long.MAX_VALUE);
        RecordFixture.reading(database.source())
                .between(0, 5)
                .forEach(entry -> stream.tell(entry, "", 0));

        assertThat(ear.heard).as("g-1, logged and settled").containsExactly(1L, 4L);
        assertThat(stream.seen()).isEqualTo(5);
    }

    @Test
    void P9_staff_managers_and_stewards_do_not_listen() {
        for (Role role : List.of(Role.STAFF, Role.MANAGER, Role.STEWARD, Role.SYSTEM)) {
            assertThatThrownBy(() -> streams.open(actor(role), null, ear))
                    .isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void a_machine_hears_everything() {
        streams.openingForMachine("machine", 0L, ear);
        streams.look();

        assertThat(ear.heard).containsExactly(1L, 3L, 4L, 5L);
    }

    @Test
    void a_silent_line_is_kept_alive_and_ends_when_a_token_would() {
        streams.open(actor(Role.AUDITOR), null, ear);
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofSeconds(EventStreams.SECONDS_SILENT));
            streams.look();
        }
        assertThat(ear.beats).isEqualTo(3);
        assertThat(ear.ended).isFalse();
        clock.advance(Duration.ofSeconds(EventStreams.SECONDS_OPEN));
        streams.look();

        assertThat(ear.ended).isTrue();
    }

    @Test
    void P5_whoever_does_not_take_what_is_sent_is_sent_no_more_until_they_do() {
        streams.open(actor(Role.AUDITOR), 0L, ear);
        ear.ready = false;
        streams.look();
        assertThat(ear.heard).isEmpty();
        ear.ready = true;
        streams.look();

        assertThat(ear.heard).hasSize(4);
    }

    @Test
    void no_more_listen_than_may() {
        for (int i = 0; i < EventStreams.MOST; i++) {
            streams.openingForMachine("machine " + i, null, new Ear());
        }

        assertThatThrownBy(() -> streams.open(actor(Role.AUDITOR), null, ear))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal()).isEqualTo(Refusal.BUSY));
    }

    @Test
    void P15_nobody_takes_the_streams_of_all_the_others() {
        for (int i = 0; i < EventStreams.MOST_OF_ONE; i++) {
            streams.open(actor(Role.AUDITOR), null, new Ear());
            streams.openingForMachine("sensor", null, new Ear());
        }

        refusesAsTooMany(() -> streams.open(actor(Role.AUDITOR), null, ear));
        refusesAsTooMany(() -> streams.openingForMachine("sensor", null, ear));
        streams.open(
                new Actor(2, "auda", "Auda", Set.of(Role.AUDITOR), "house", null, "en"), null, ear);
        streams.openingForMachine("till", null, ear);
    }

    @Test
    void P15_a_stream_that_ended_makes_room_for_another() {
        for (int i = 0; i < EventStreams.MOST_OF_ONE; i++) {
            streams.open(actor(Role.AUDITOR), null, new Ear());
        }
        clock.advance(Duration.ofSeconds(EventStreams.SECONDS_OPEN));
        streams.look();

        streams.open(actor(Role.AUDITOR), null, ear);
    }

    private static void refusesAsTooMany(ThrowingCallable opening) {
        assertThatThrownBy(opening)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal()).isEqualTo(Refusal.TOO_MANY_STREAMS));
    }

    private void happens(String what, String subject, String place) {
        RecordFixture.trail(database.source(), clock)
                .append(List.of(new AuditNote(null, what, subject, null, "{}", place)));
    }

    private static Actor actor(Role role) {
        return new Actor(1, "axel", "Axel", Set.of(role), "house", null, "en");
    }
}
