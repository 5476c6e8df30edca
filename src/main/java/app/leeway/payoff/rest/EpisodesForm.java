package app.leeway.payoff.rest;

import app.leeway.http.Field;
import app.leeway.http.Form;
import app.leeway.payoff.CovariateMatching;
import app.leeway.payoff.Episode;
import app.leeway.payoff.Question;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/**
 * Episodes as they are sent, and what is asked of them.
 *
 * @param details whether figures are wanted also where they may not be shown
 */
record EpisodesForm(List<Episode> episodes, Question question, boolean details) {

    private static final int EPISODES_MAX = 50_000;
    private static final int VALUES_MAX = 30 * EPISODES_MAX;
    private static final int ALIKE_MAX = 20;
    private static final int LEAST_MAX = 1000;
    private static final int DAYS_MAX = 3650;
    private static final int MATCH_MAX = 200;

    /**
     * @throws app.leeway.shared.RefusedException INVALID with what is wrong with its form
     */
    static EpisodesForm read(InputStream json) {
        EpisodeReading reading = new EpisodeReading();
        Form form = Form.read(json, "episodes", EPISODES_MAX, VALUES_MAX, reading::take);
        String design = form.optional("design").oneOf("observed", "by-lot");
        Integer least = form.optional("least").whole(1, LEAST_MAX);
        Integer days = form.optional("days").whole(1, DAYS_MAX);
        String currency = form.optional("currency").text(3);
        List<CovariateMatching> past = alike(form.optional("past"), Question.USUAL.past());
        List<CovariateMatching> seen = alike(form.optional("seen"), Question.USUAL.seen());
        boolean details = form.optional("details").truth();
        form.required("episodes").list(0, any -> null);
        form.complete();
        Question question =
                new Question(
                        "by-lot".equals(design),
                        least == null ? Question.USUAL.least() : least,
                        past,
                        seen,
                        currency == null ? Question.USUAL.currency() : currency,
                        days == null ? Question.USUAL.days() : days,
                        false);
        return new EpisodesForm(reading.episodes(), question, details);
    }

    private static List<CovariateMatching> alike(Field field, List<CovariateMatching> usual) {
        if (field.isAbsent()) {
            return usual;
        }
        return field.list(ALIKE_MAX, EpisodesForm::match).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private static CovariateMatching match(Field field) {
        String text = field.text(MATCH_MAX);
        try {
            return text == null ? null : CovariateMatching.parse(text);
        } catch (IllegalArgumentException e) {
            return field.wrong("unknown-bins", "is not known: " + e.getMessage());
        }
    }
}
