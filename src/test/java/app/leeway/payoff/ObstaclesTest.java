package app.leeway.payoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.leeway.shared.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data of which nothing can be said, or not what one would like. */
class ObstaclesTest {

    @Test
    void no_episodes_one_episode_nobody_without_nobody_with_and_constant_outcomes_are_said() {
        assertThat(codes(List.of())).containsExactly("no-episodes");
        assertThat(codes(List.of(given(5)))).containsExactly("one-episode");
        assertThat(codes(many(given(5), 100))).containsExactly("nobody-without");
        assertThat(codes(many(nothing(5), 100))).containsExactly("nothing-given");
        assertThat(codes(both(many(given(5), 50), many(nothing(5), 50))))
                .containsExactly("constant-outcome");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_number_that_is_none_is_refused_with_its_place(double poison) {
        List<Episode> episodes = new ArrayList<>(both(many(given(5), 50), many(nothing(4), 50)));
        episodes.set(17, given(poison));

        RefusedException refused =
                catchThrowableOfType(
                        RefusedException.class, () -> Payoff.estimate(episodes, Question.USUAL));

        assertThat(refused.violations()).hasSize(1);
        assertThat(refused.violations().get(0).field()).isEqualTo("episodes[17].outcome");
    }

    @Test
    void groups_that_do_not_vary_get_no_number_even_if_the_others_do() {
        List<Episode> episodes = both(many(given(5), 50), many(nothing(4), 50));

        Finding all = Payoff.estimate(episodes, Question.USUAL).finding(Group.ALL).orElseThrow();

        assertThat(all.state()).isEqualTo(State.TOO_THIN);
        assertThat(all.badge()).isEqualTo(Badge.D);
    }

    @Test
    void where_only_customers_without_a_problem_got_nothing_the_problem_is_mixed_in() {
        List<Episode> episodes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            episodes.add(at(i % 2 == 0 ? "delay" : "none", i % 2 == 0, i));
        }

        Finding all = Payoff.estimate(episodes, Question.USUAL).finding(Group.ALL).orElseThrow();

        assertThat(all.state()).isEqualTo(State.NO_EPISODES);
        assertThat(all.sentence().en()).contains("the problem itself is mixed in");
    }

    @Test
    void where_almost_everybody_gets_it_there_is_nobody_to_compare_with() {
        List<Episode> episodes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean rare = i % 10 == 0;
            episodes.add(at(rare ? "rare" : "delay", !rare || i % 20 == 0, i));
        }
        episodes.addAll(List.of(at("delay", false, 3), at("delay", false, 9)));

        Finding all = Payoff.estimate(episodes, Question.USUAL).finding(Group.ALL).orElseThrow();

        assertThat(all.state()).isEqualTo(State.NO_OVERLAP);
        assertThat(all.sentence().sv())
                .contains(
                        "Nästan alla sådana kunder får det här: bara", "har någon att jämföra med");
    }

    @Test
    void what_only_some_have_is_not_used_and_that_is_said() {
        List<Episode> episodes = new ArrayList<>(both(many(given(5), 50), many(nothing(4), 50)));
        episodes.set(
                3,
                new Episode(
                        null, null, "k", List.of(), 1, 9, 4.0, null, null, null, Map.of(),
                        Map.of()));

        Report report = Payoff.estimate(episodes, Question.USUAL);

        assertThat(report.obstacles())
                .extracting(DataProblem::code)
                .containsExactly("partly-baseline");
        assertThat(report.finding(Group.ALL).orElseThrow().evidence().past()).isNull();
    }

    private static List<String> codes(List<Episode> episodes) {
        Report report = Payoff.estimate(episodes, Question.USUAL);
        assertThat(report.findings()).isEmpty();
        return report.obstacles().stream().map(DataProblem::code).toList();
    }

    private static Episode given(double outcome) {
        return episode("k", outcome, Map.of());
    }

    private static Episode nothing(double outcome) {
        return episode(null, outcome, Map.of());
    }

    private static Episode at(String incident, boolean given, int outcome) {
        return episode(given ? "k" : null, outcome, Map.of("incident", incident));
    }

    private static Episode episode(String kind, double outcome, Map<String, String> words) {
        return new Episode(
                null, null, kind, List.of(), 0, outcome, null, null, null, null, words, Map.of());
    }

    private static List<Episode> many(Episode one, int times) {
        return java.util.Collections.nCopies(times, one);
    }

    private static List<Episode> both(List<Episode> some, List<Episode> others) {
        List<Episode> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
