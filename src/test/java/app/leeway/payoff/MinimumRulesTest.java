package app.leeway.payoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a figure begins: at thirty gestures, of which thirty could be compared, not at 29. */
class MinimumRulesTest {

    @Test
    void of_29_gestures_nothing_is_said_and_of_30_there_is_a_figure() {
        assertThat(state(29, 0, 60)).isEqualTo(State.TOO_FEW);
        assertThat(state(30, 0, 60).hasFigure()).isTrue();
    }

    @Test
    void of_40_gestures_29_that_can_be_compared_are_too_few_and_30_are_enough() {
        assertThat(state(29, 11, 60)).isEqualTo(State.TOO_THIN);
        assertThat(state(30, 10, 60).hasFigure()).isTrue();
    }

    @Test
    void beside_29_without_a_gesture_nothing_is_said_and_beside_30_there_is_a_figure() {
        assertThat(state(40, 0, 29)).isEqualTo(State.TOO_THIN);
        assertThat(state(40, 0, 30).hasFigure()).isTrue();
    }

    /**
     * @param alike gestures to those of whom there are others
     * @param alone gestures to those of whom there are none
     * @param others without a gesture
     */
    private static State state(int alike, int alone, int others) {
        List<Episode> episodes = new ArrayList<>();
        for (int i = 0; i < alike; i++) {
            episodes.add(episode("k", "many" + i % 2, 100 + i % 7));
        }
        for (int i = 0; i < alone; i++) {
            episodes.add(episode("k", "alone", 100 + i % 7));
        }
        for (int i = 0; i < others; i++) {
            episodes.add(episode(null, "many" + i % 2, 90 + i % 5));
        }
        return Payoff.estimate(episodes, Question.USUAL)
                .finding(new Group("kind", "k"))
                .orElseThrow()
                .state();
    }

    private static Episode episode(String kind, String segment, double outcome) {
        return new Episode(
                null,
                null,
                kind,
                List.of(),
                kind == null ? 0 : 10,
                outcome,
                null,
                null,
                null,
                null,
                Map.of("segment", segment),
                Map.of());
    }
}
