package app.leeway.organization.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.HandClock;
import jakarta.faces.event.WebsocketEvent;
import jakarta.websocket.CloseReason.CloseCodes;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenLinesTest {

    private final HandClock clock = new HandClock("2026-11-28T08:00:00Z");
    private final OpenLines lines = new OpenLines();

    @BeforeEach
    void kimOpensAsManyPagesAsMayBe() {
        lines.clock = clock;
        for (int i = 0; i < OpenLines.MOST_OF_ONE; i++) {
            assertThat(lines.mayOpen("kim")).isTrue();
            lines.opened(new WebsocketEvent("gestures", "kim", null));
        }
    }

    @Test
    void P15_one_person_opens_so_many_and_another_as_many_again() {
        assertThat(lines.mayOpen("kim")).isFalse();
        assertThat(lines.mayOpen("maria")).isTrue();
    }

    @Test
    void a_page_that_is_left_makes_room() {
        ends(CloseCodes.GOING_AWAY);

        assertThat(lines.mayOpen("kim")).isTrue();
    }

    @Test
    void P16_lines_with_false_tokens_which_never_began_make_none() {
        for (int i = 0; i < 100; i++) {
            ends(CloseCodes.VIOLATED_POLICY);
        }

        assertThat(lines.mayOpen("kim")).isFalse();
    }

    @Test
    void what_ended_with_a_sign_in_is_forgotten_when_the_longest_sign_in_would_have_ended() {
        clock.advance(OpenLines.LONGEST.plus(Duration.ofSeconds(1)));

        assertThat(lines.mayOpen("kim")).isTrue();
        ends(CloseCodes.GOING_AWAY);
        assertThat(lines.mayOpen("kim")).isTrue();
    }

    private void ends(CloseCodes why) {
        lines.closed(new WebsocketEvent("gestures", "kim", why));
    }
}
