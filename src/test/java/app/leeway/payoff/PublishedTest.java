package app.leeway.payoff;

import static app.leeway.payoff.Published.agrees;
import static app.leeway.payoff.Published.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Data that others published, with what they made of it. */
class PublishedTest {

    private static final List<String> BEFORE =
            List.of("age", "educ", "black", "hisp", "married", "nodegr", "re74", "re75");

    @Test
    void the_experiment_of_lalonde_gives_what_dehejia_and_wahba_published() {
        Report report = Payoff.estimate(experiment(), Question.USUAL.drawnByLot());
        Finding all = report.finding(Group.ALL).orElseThrow();

        agrees("difference", all.headline().estimate().effect().value(), 1794.34308488);
        agrees("Welch's error", all.headline().estimate().effect().error(), 670.996729659);
        assertThat(all.badge()).isEqualTo(Badge.A);
        assertThat(all.state()).isEqualTo(State.PAYS);
        assertThat(all.sentence().en()).contains("A lot decided who got it.");
    }

    @Test
    void the_same_people_without_the_word_of_whoever_drew_the_lot_are_no_experiment() {
        Finding all =
                Payoff.estimate(experiment(), Question.USUAL).finding(Group.ALL).orElseThrow();

        assertThat(all.badge()).isNotEqualTo(Badge.A);
        agrees("naive", all.evidence().naive().level(), 1794.34308488);
    }

    private static List<Episode> experiment() {
        return Published.rows("nsw-experiment.csv").stream()
                .map(row -> episode(row, "treat", BEFORE, Map.of(), null))
                .toList();
    }

    private static Episode episode(
            CSVRecord row,
            String treated,
            List<String> before,
            Map<String, String> words,
            Double baseline) {
        Map<String, Double> numbers = new TreeMap<>();
        before.forEach(name -> numbers.put(name, number(row, name)));
        return new Episode(
                null,
                null,
                row.get(treated).equals("1") ? "training" : null,
                List.of(),
                0,
                number(row, "re78"),
                baseline,
                null,
                null,
                null,
                words,
                numbers);
    }
}
