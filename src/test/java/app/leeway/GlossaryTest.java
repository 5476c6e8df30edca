package app.leeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The glossary says of each code what the screens say of it. */
class GlossaryTest {

    private static final Path PAGE = Path.of("docs", "glossary.md");

    @ParameterizedTest
    @CsvSource({
        "Verdicts, outcome.",
        "States of a gesture, state.",
        "What needs a look, review.",
        "Entries of a ledger, entry.",
        "Roles, role."
    })
    void every_code_stands_there_in_the_words_of_the_screens(String section, String prefix)
            throws IOException {
        Properties english = messages("messages_en.properties");
        Properties swedish = messages("messages_sv.properties");
        List<String> onScreen =
                english.stringPropertyNames().stream()
                        .filter(key -> key.startsWith(prefix))
                        .map(key -> key.substring(prefix.length()))
                        .map(code -> row(code, prefix + code, english, swedish))
                        .toList();

        assertThat(rows(section)).containsExactlyInAnyOrderElementsOf(onScreen);
    }

    private static String row(String code, String key, Properties english, Properties swedish) {
        return String.join(" | ", code, english.getProperty(key), swedish.getProperty(key));
    }

    /** The first three cells of each row of the section's table. */
    private static List<String> rows(String section) throws IOException {
        String page = Files.readString(PAGE);
        String[] behind = page.split("## " + section + "\n", 2);
        return behind[1]
                .split("\n## ")[0]
                .lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split(" \\| ?"))
                .map(cells -> String.join(" | ", Arrays.asList(cells).subList(0, 3)).substring(2))
                .skip(1) // the head
                .map(String::strip)
                .toList();
    }

    private static Properties messages(String file) throws IOException {
        Properties messages = new Properties();
        try (InputStream in = GlossaryTest.class.getResourceAsStream("/app/leeway/" + file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        assertThat(Map.copyOf(messages)).isNotEmpty();
        return messages;
    }
}
