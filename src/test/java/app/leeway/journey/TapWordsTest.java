package app.leeway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the tablet page says: complete in both languages. */
class TapWordsTest {
    private static final Path TAP = Path.of("src/main/webapp/tap");
    private static final Pattern SAID = Pattern.compile("\\bsay\\('([\\w.-]+)'");
    private static final Pattern SLOT = Pattern.compile("\\{\\w+}");
    private static final Pattern JUDGING =
            Pattern.compile(
                    "violation|abuse|offen[dc]|överträd|missbruk", Pattern.CASE_INSENSITIVE);

    @Test
    void every_sentence_exists_in_both_languages_with_the_same_figures_in_it() throws IOException {
        JsonObject swedish = words("sv");
        JsonObject english = words("en");
        assertThat(swedish).isNotEmpty();
        assertThat(english.keySet()).isEqualTo(swedish.keySet());
        swedish.keySet()
                .forEach(
                        key ->
                                assertThat(slots(english.getString(key)))
                                        .as(key)
                                        .isEqualTo(slots(swedish.getString(key))));
    }

    @Test
    void every_sentence_that_a_module_says_exists() throws IOException {
        assertThat(words("sv").keySet()).containsAll(said());
    }

    @Test
    void no_sentence_judges_people() throws IOException {
        assertThat(words("sv").toString()).doesNotContainPattern(JUDGING);
        assertThat(words("en").toString()).doesNotContainPattern(JUDGING);
    }

    private static Set<String> slots(String sentence) {
        return SLOT.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Set<String> said() throws IOException {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> modules = Files.list(TAP.resolve("js"))) {
            for (Path module : modules.toList()) {
                SAID.matcher(Files.readString(module))
                        .results()
                        .forEach(found -> said.add(found.group(1)));
            }
        }
        return said;
    }

    private static JsonObject words(String language) throws IOException {
        Path file = TAP.resolve("words").resolve(language + ".json");
        try (Reader text = Files.newBufferedReader(file);
                JsonReader json = Json.createReader(text)) {
            return json.readObject();
        }
    }
}
