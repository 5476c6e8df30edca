package app.leeway.organization.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What all pages have in common, read from their sources. */
class PagesTest {

    private static final Path WEBAPP = Path.of("src", "main", "webapp");
    private static final Pattern WORD = Pattern.compile("msg\\['([^']+)'\\]");
    private static final Pattern SENTENCE = Pattern.compile("say\\.with\\('([^']+)'");
    private static final Pattern COLOUR =
            Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhsla?\\(");

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertThat(words("sv").keySet()).isEqualTo(words("en").keySet());
        assertThat(words("sv")).hasSizeGreaterThan(200);
    }

    @Test
    void everyWordOnAPageIsThere() {
        Set<String> used = new TreeSet<>();
        for (String page : pages()) {
            Stream.of(WORD, SENTENCE)
                    .flatMap(pattern -> pattern.matcher(page).results())
                    .map(found -> found.group(1))
                    .forEach(used::add);
        }
        assertThat(used).hasSizeGreaterThan(100);
        assertThat(words("en").stringPropertyNames()).containsAll(used);
    }

    /** A page that breaks this fails only when somebody opens it. */
    @Test
    void noNameOfAPageIsAWordOfTheExpressionLanguage() {
        Pattern reserved =
                Pattern.compile(
                        "var=\"(and|or|not|eq|ne|lt|gt|le|ge|true|false|null|empty|div|mod|"
                                + "instanceof)\"");
        assertThat(pages()).isNotEmpty().noneMatch(page -> reserved.matcher(page).find());
    }

    @Test
    void noPageIsLongerThanEightyLines() {
        assertThat(files(".xhtml"))
                .allSatisfy(file -> assertThat(read(file).lines()).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void noPageHoldsScriptOrStyle() {
        assertThat(pages())
                .isNotEmpty()
                .noneMatch(page -> page.contains("<script") || page.contains("<style"))
                .noneMatch(
                        page ->
                                Pattern.compile("\\s(style|onclick|onchange|onload)=")
                                        .matcher(page)
                                        .find());
    }

    @Test
    void onlyTheTokensHoldAColour() {
        List<Path> styles =
                files(".css").stream().filter(file -> !file.endsWith("tokens.css")).toList();
        assertThat(styles).isNotEmpty();
        assertThat(styles)
                .allSatisfy(
                        file ->
                                assertThat(
                                                COLOUR.matcher(read(file))
                                                        .results()
                                                        .map(MatchResult::group))
                                        .isEmpty());
    }

    private static List<String> pages() {
        return files(".xhtml").stream().map(PagesTest::read).toList();
    }

    private static List<Path> files(String ending) {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.startsWith(WEBAPP.resolve("tap")))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties words(String language) {
        Properties words = new Properties();
        try (InputStream in =
                PagesTest.class.getResourceAsStream(
                        "/app/leeway/messages_" + language + ".properties")) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
