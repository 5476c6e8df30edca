package app.leeway.organization.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.HandClock;
import jakarta.faces.event.WebsocketEvent;
import jakarta.websocket.CloseReason.CloseCodes;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OpenLinesTest {

    private final HandClock clock = new HandClock("2026-11-28T08:00:00Z");
    private final OpenLines lines = new OpenLines();

    private static final String HERE = "session-1";
    private static final String ELSEWHERE = "session-2";

    @BeforeEach
    void kimOpensAsManyPagesAsMayBe() {
        lines.clock = clock;
        for (int i = 0; i < OpenLines.MOST_OF_ONE; i++) {
            assertThat(lines.open("kim", HERE)).isTrue();
            opens();
        }
    }

    @Test
    void P15_one_person_opens_so_many_and_another_as_many_again() {
        assertThat(lines.open("kim", HERE)).isFalse();
        assertThat(lines.open("maria", HERE)).isTrue();
    }

    @Test
    void P15_many_at_once_are_counted_before_the_first_has_opened() {
        for (int i = 0; i < OpenLines.MOST_OF_ONE; i++) {
            assertThat(lines.open("maria", HERE)).isTrue();
        }

        assertThat(lines.open("maria", HERE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = CloseCodes.class,
            names = {"GOING_AWAY", "CLOSED_ABNORMALLY", "UNEXPECTED_CONDITION", "VIOLATED_POLICY"})
    void a_page_that_is_left_or_breaks_off_makes_room_for_one(CloseCodes how) {
        ends(how);

        assertThat(lines.open("kim", HERE)).isTrue();
        assertThat(lines.open("kim", HERE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = CloseCodes.class,
            names = {"UNEXPECTED_CONDITION", "VIOLATED_POLICY"})
    void P15_lines_with_false_tokens_make_no_room(CloseCodes how) {
        ends(CloseCodes.GOING_AWAY);
        for (int i = 0; i < 100; i++) {
            assertThat(lines.open("kim", HERE)).isTrue();
            ends(how);
        }

        assertThat(lines.open("kim", HERE)).isTrue();
        opens();
        assertThat(lines.open("kim", HERE)).isFalse();
    }

    @Test
    void a_handshake_of_which_nothing_more_is_heard_is_soon_forgotten() {
        ends(CloseCodes.GOING_AWAY);
        assertThat(lines.open("kim", HERE)).isTrue();
        assertThat(lines.open("kim", HERE)).isFalse();

        clock.advance(OpenLines.OPENING.plus(Duration.ofSeconds(1)));

        assertThat(lines.open("kim", HERE)).isTrue();
    }

    @Test
    void P15_lines_that_break_off_while_others_open_leave_nothing_counted() {
        Random random = new Random(15);
        int handshakes = 0;
        int open = OpenLines.MOST_OF_ONE;
        for (int i = 0; i < 10_000; i++) {
            switch (random.nextInt(3)) {
                case 0 -> {
                    boolean room = handshakes + open < OpenLines.MOST_OF_ONE;
                    assertThat(lines.open("kim", HERE)).as("step %d", i).isEqualTo(room);
                    handshakes += room ? 1 : 0;
                }
                case 1 -> {
                    if (handshakes > 0) {
                        opens();
                        handshakes--;
                        open++;
                    }
                }
                default -> {
                    if (open > 0) {
                        ends(CloseCodes.UNEXPECTED_CONDITION);
                        open--;
                    }
                }
            }
        }
    }

    @Test
    void an_end_that_nobody_tells_of_is_forgotten_after_an_hour() {
        clock.advance(OpenLines.LONGEST.plus(Duration.ofSeconds(1)));

        assertThat(lines.open("kim", HERE)).isTrue();
        ends(CloseCodes.GOING_AWAY);
        assertThat(lines.open("kim", HERE)).isTrue();
    }

    @Test
    void P15_lines_end_with_their_session_whether_faces_tells_of_it_or_not() {
        ends(CloseCodes.GOING_AWAY);
        ends(CloseCodes.GOING_AWAY);
        for (int i = 0; i < 2; i++) {
            assertThat(lines.open("kim", ELSEWHERE)).isTrue();
            opens();
        }

        lines.sessionEnded("kim", HERE);
        ends(CloseCodes.GOING_AWAY); // of one of them, told after all

        for (int i = 2; i < OpenLines.MOST_OF_ONE; i++) {
            assertThat(lines.open("kim", ELSEWHERE)).as("line %d", i).isTrue();
        }
        assertThat(lines.open("kim", ELSEWHERE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"NORMAL_CLOSURE, 6", "GOING_AWAY, 2", "CLOSED_ABNORMALLY, 2"})
    void an_end_that_is_told_long_after_a_session_has_ended_is_another_line_s(
            CloseCodes how, int seconds) {
        lines.sessionEnded("kim", HERE);
        for (int i = 0; i < OpenLines.MOST_OF_ONE; i++) {
            assertThat(lines.open("kim", ELSEWHERE)).isTrue();
        }
        clock.advance(Duration.ofSeconds(seconds));

        ends(how);

        assertThat(lines.open("kim", ELSEWHERE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"NORMAL_CLOSURE, 4", "VIOLATED_POLICY, 4", "GOING_AWAY, 0"})
    void P15_who_ends_sessions_and_lines_at_once_makes_no_room_twice(CloseCodes how, int seconds) {
        lines.sessionEnded("kim", HERE);
        for (int i = 0; i < OpenLines.MOST_OF_ONE; i++) {
            assertThat(lines.open("kim", ELSEWHERE)).isTrue();
        }
        clock.advance(Duration.ofSeconds(seconds));

        for (int i = 0; i < OpenLines.MOST_OF_ONE; i++) {
            ends(how);
        }

        assertThat(lines.open("kim", ELSEWHERE)).isFalse();
    }

    private void opens() {
        lines.opened(new WebsocketEvent("gestures", "kim", null));
    }

    private void ends(CloseCodes how) {
        lines.closed(new WebsocketEvent("gestures", "kim", how));
    }
}
