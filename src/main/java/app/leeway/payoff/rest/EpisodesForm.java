package app.leeway.payoff.rest;

import app.leeway.http.Field;
import app.leeway.http.Form;
import app.leeway.payoff.Episode;
import app.leeway.payoff.Match;
import app.leeway.payoff.Question;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Episodes as they are sent, and what is asked of them.
 *
 * @param details whether figures are wanted also where they may not be shown
 */
record EpisodesForm(List<Episode> episodes, Question question, boolean details) {

    private static final int EPISODES_MAX = 50_000;
    private static final int CLAUSES_MAX = 10;
    private static final int ALIKE_MAX = 20;
    private static final int FACTS_MAX = 40;
    private static final int LEAST_MAX = 1000;
    private static final int DAYS_MAX = 3650;
    private static final int MATCH_MAX = 200;

    /**
     * @throws app.leeway.shared.RefusedException INVALID with everything wrong with its form
     */
    static EpisodesForm read(Form form) {
        String design = form.optional("design").oneOf("observed", "by-lot");
        Integer least = form.optional("least").whole(1, LEAST_MAX);
        Integer days = form.optional("days").whole(1, DAYS_MAX);
        String currency = form.optional("currency").text(3);
        List<Match> past = alike(form.optional("past"), Question.USUAL.past());
        List<Match> seen = alike(form.optional("seen"), Question.USUAL.seen());
        boolean details = form.optional("details").truth();
        List<Episode> episodes =
                form.required("episodes").list(EPISODES_MAX, EpisodesForm::episode);
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
        return new EpisodesForm(episodes, question, details);
    }

    private static List<Match> alike(Field field, List<Match> usual) {
        if (field.isAbsent()) {
            return usual;
        }
        return field.list(ALIKE_MAX, EpisodesForm::match).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private static Match match(Field field) {
        String text = field.text(MATCH_MAX);
        try {
            return text == null ? null : Match.parse(text);
        } catch (IllegalArgumentException e) {
            return field.wrong("unknown-bins", "is not known: " + e.getMessage());
        }
    }

    private static Episode episode(Field field) {
        Form form = field.form();
        if (form == null) {
            return null;
        }
        String customer = form.optional("customer").code();
        String site = form.optional("site").code();
        String kind = form.optional("kind").code();
        List<String> clauses = form.optional("clauses").list(CLAUSES_MAX, Field::code);
        Double cost = form.optional("cost").real();
        Double outcome = form.required("outcome").real();
        Double baseline = form.optional("baseline").real();
        Double before = form.optional("before").real();
        Double history = form.optional("history").real();
        Field active = form.optional("active");
        Boolean there = active.isAbsent() ? null : (Boolean) active.truth();
        Map<String, String> words = new TreeMap<>();
        Map<String, Double> numbers = new TreeMap<>();
        facts(form.optional("facts"), words, numbers);
        form.refuseUnknown();
        boolean readable = outcome != null && clauses.stream().allMatch(Objects::nonNull);
        return readable
                ? new Episode(
                        customer,
                        site,
                        kind,
                        clauses,
                        cost == null ? 0 : cost,
                        outcome,
                        baseline,
                        before,
                        history,
                        there,
                        words,
                        numbers)
                : null;
    }

    private static void facts(Field field, Map<String, String> words, Map<String, Double> numbers) {
        JsonObject facts = field.object();
        if (facts == null) {
            return;
        }
        if (facts.size() > FACTS_MAX) {
            field.wrong("too-long", "has more than " + FACTS_MAX + " facts");
            return;
        }
        for (Map.Entry<String, JsonValue> fact : facts.entrySet()) {
            if (fact.getValue() instanceof JsonString word) {
                words.put(fact.getKey(), word.getString());
            } else if (isNumber(fact.getValue())) {
                numbers.put(fact.getKey(), ((JsonNumber) fact.getValue()).doubleValue());
            } else if (fact.getValue() != JsonValue.NULL) {
                field.wrong("wrong-type", "may have words and numbers only: " + fact.getKey());
            }
        }
    }

    private static boolean isNumber(JsonValue value) {
        return value instanceof JsonNumber number && Double.isFinite(number.doubleValue());
    }
}
