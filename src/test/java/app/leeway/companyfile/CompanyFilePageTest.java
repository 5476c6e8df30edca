package app.leeway.companyfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.companyfile.SectionKey.Shape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/company-file.md} knows every key that the reader knows, and no other. */
class CompanyFilePageTest {

    private static final Path PAGE = Path.of("docs", "company-file.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    static List<SectionKey<?>> sections() {
        return CompanyFileFixture.sections();
    }

    @ParameterizedTest
    @MethodSource("sections")
    void every_key_of_a_section_is_explained(SectionKey<?> section) throws IOException {
        assertThat(explained(section.name())).containsExactlyInAnyOrderElementsOf(known(section));
    }

    @Test
    void what_is_shown_as_an_example_is_of_the_demo_company() throws IOException {
        String demo = squeezed(Files.readString(Path.of("src/main/resources/demo/nordlyst.yaml")));
        List<String> examples =
                Pattern.compile("^```yaml\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                        .matcher(Files.readString(PAGE))
                        .results()
                        .flatMap(block -> block.group(1).lines())
                        .map(CompanyFilePageTest::squeezed)
                        .toList();

        assertThat(examples).hasSizeGreaterThan(10).allMatch(demo::contains);
    }

    private static String squeezed(String text) {
        return text.replaceAll(" +", " ");
    }

    /** The keys in the first column of the first table below the section's heading. */
    private static List<String> explained(String section) throws IOException {
        String below = Files.readString(PAGE).split("\n### `" + section + "`", 2)[1];
        String table = below.substring(below.indexOf("| key |")).split("\n\n", 2)[0];
        return table.lines()
                .skip(2)
                .map(row -> row.split(" \\| ", 2)[0])
                .flatMap(cell -> CODE.matcher(cell).results())
                .map(key -> key.group(1))
                .toList();
    }

    /** As the reader lists them when it meets one that it does not know. */
    private static List<String> known(SectionKey<?> section) {
        String yaml =
                sections().stream()
                        .map(key -> key.equals(section) ? strange(key) : nothing(key))
                        .collect(Collectors.joining("\n"));
        InputStream file = new ByteArrayInputStream(yaml.getBytes(UTF_8));
        String message =
                CompanyFileFixture.reading(file).problems().stream()
                        .filter(problem -> problem.code().equals("unknown-key"))
                        .map(Problem::message)
                        .collect(Collectors.joining());
        Matcher list = Pattern.compile("known are (.*)").matcher(message);
        assertThat(list.find()).as(message).isTrue();
        return Stream.of(list.group(1).split(", ")).toList();
    }

    private static String nothing(SectionKey<?> section) {
        return section.name() + ": " + (section.shape() == Shape.MAPPING ? "{}" : "[]");
    }

    private static String strange(SectionKey<?> section) {
        String entry = "{ strange: 1 }";
        return section.name()
                + ": "
                + (section.shape() == Shape.MAPPING ? entry : "[" + entry + "]");
    }
}
