package app.leeway.payoff.rest;

import app.leeway.http.Field;
import app.leeway.http.Form;
import app.leeway.payoff.Episode;
import app.leeway.shared.RefusedException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads episodes one by one. Words that come again and again (names of facts, segments, kinds) are
 * held once, and of names of facts there may be so many: each becomes a column of all episodes.
 */
final class EpisodeReading {

    private static final int CLAUSES_MAX = 10;
    private static final int FACTS_MAX = 40;
    private static final int FACT_NAMES_MAX = 200;
    private static final int WORDS_MAX = 10_000;

    private final List<Episode> episodes = new ArrayList<>();
    private final Map<String, String> words = new HashMap<>();
    private final Set<String> factNames = new HashSet<>();

    List<Episode> episodes() {
        return episodes;
    }

    /** Keeps it where it is right; what is wrong is noted with its form. */
    void take(Field field) {
        Episode episode = episode(field);
        if (episode != null) {
            episodes.add(episode);
        }
    }

    private String once(String word) {
        if (word == null || words.size() >= WORDS_MAX) {
            return words.getOrDefault(word, word);
        }
        return words.computeIfAbsent(word, same -> same);
    }

    private Episode episode(Field field) {
        Form form = field.form();
        if (form == null) {
            return null;
        }
        String customer = form.optional("customer").code();
        String site = once(form.optional("site").code());
        String kind = once(form.optional("kind").code());
        List<String> clauses =
                form.optional("clauses").list(CLAUSES_MAX, clause -> once(clause.code()));
        Double cost = form.optional("cost").real();
        Double outcome = form.required("outcome").real();
        Double baseline = form.optional("baseline").real();
        Double before = form.optional("before").real();
        Double history = form.optional("history").real();
        Field active = form.optional("active");
        Boolean there = active.isAbsent() ? null : (Boolean) active.truth();
        Map<String, String> facts = new TreeMap<>();
        Map<String, Double> numbers = new TreeMap<>();
        facts(form.optional("facts"), facts, numbers);
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
                        facts,
                        numbers)
                : null;
    }

    private void facts(Field field, Map<String, String> facts, Map<String, Double> numbers) {
        JsonObject json = field.object();
        if (json == null) {
            return;
        }
        if (json.size() > FACTS_MAX) {
            field.wrong("too-long", "has more than " + FACTS_MAX + " facts");
            return;
        }
        for (Map.Entry<String, JsonValue> fact : json.entrySet()) {
            String name = name(fact.getKey());
            if (fact.getValue() instanceof JsonString word) {
                facts.put(name, once(word.getString()));
            } else if (isNumber(fact.getValue())) {
                numbers.put(name, ((JsonNumber) fact.getValue()).doubleValue());
            } else if (fact.getValue() != JsonValue.NULL) {
                field.wrong("wrong-type", "may have words and numbers only: " + name);
            }
        }
    }

    private String name(String fact) {
        if (factNames.add(fact) && factNames.size() > FACT_NAMES_MAX) {
            throw RefusedException.invalid(
                    "episodes",
                    "too-long",
                    "episodes have more than " + FACT_NAMES_MAX + " facts of different names");
        }
        return once(fact);
    }

    private static boolean isNumber(JsonValue value) {
        return value instanceof JsonNumber number && Double.isFinite(number.doubleValue());
    }
}
