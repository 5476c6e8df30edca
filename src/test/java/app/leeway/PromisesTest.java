package app.leeway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/promises.md} against the tests: the page is generated, never typed. {@code mvn
 * test -Dtest=PromisesTest -Dpromises.write=true} writes it anew.
 */
class PromisesTest {

    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Path PAGE = Path.of("docs", "promises.md");
    private static final String HEAD =
            """
            # Promises, and the tests that hold us to them

            Generated from the names of the tests by `PromisesTest`, which fails when this page is stale; do not edit it.
            To write it anew: `mvn test -Dtest=PromisesTest -Dpromises.write=true`. A promise without a test that can fail is
            not made: those say *not yet*.
            """;

    private record Located(TestName test, Path file) {}

    @Test
    void the_page_lists_the_tests_there_are() throws IOException {
        String page = page(promisedTests());
        if (Boolean.getBoolean("promises.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("stale: the page itself says how to write it anew").hasContent(page);
    }

    @Test
    void a_number_in_the_name_is_a_promise_and_the_rest_its_sentence() {
        String source =
                """
                class MoneyTest {

                    @Test
                    void P2_p13_nothing_counts_twice() {}

                    @ParameterizedTest
                    @ValueSource(ints = {1, 2})
                    void p3_neverBeyondTheLimit(int clients) {}

                    @Test
                    void of_no_promise() {}

                    @Test
                    void
                            P4_a_name_that_did_not_fit() {}

                    void P5_no_test() {}
                }
                """;

        assertThat(TestName.in(source))
                .extracting(t -> t.className() + " " + t.sentence() + " " + t.promises())
                .containsExactly(
                        "MoneyTest nothing counts twice [P2, P13]",
                        "MoneyTest never beyond the limit [P3]",
                        "MoneyTest a name that did not fit [P4]");
    }

    @Test
    void a_tag_on_the_class_or_the_test_is_a_promise_too() {
        String source =
                """
                @Tag("P5")
                class NetworkIT {

                    @Test
                    @Tag("P1")
                    void nothing_is_lost() {}
                }
                """;

        assertThat(TestName.in(source))
                .extracting(t -> t.sentence() + " " + t.promises())
                .containsExactly("nothing is lost [P1, P5]");
    }

    @Test
    void a_promise_that_nobody_made_is_refused() {
        String source = "class SomeTest {\n\n    @Test\n    void P99_more() {}\n}\n";

        assertThatThrownBy(() -> TestName.in(source))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P99");
    }

    private static List<Located> promisedTests() throws IOException {
        List<Located> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            files.filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                    .filter(file -> !file.endsWith("PromisesTest.java")) // its examples are none
                    .sorted()
                    .forEach(
                            file ->
                                    TestName.in(read(file))
                                            .forEach(test -> found.add(new Located(test, file))));
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String page(List<Located> tests) {
        StringBuilder page = new StringBuilder(HEAD);
        for (Promise promise : Promise.values()) {
            page.append("\n## %s. %s\n\n".formatted(promise, promise.words()));
            List<String> lines =
                    tests.stream()
                            .filter(located -> located.test.promises().contains(promise))
                            .map(PromisesTest::line)
                            .toList();
            page.append(lines.isEmpty() ? "*not yet*\n" : String.join("", lines));
        }
        return page.toString();
    }

    private static String line(Located located) {
        String link = "../" + located.file.toString().replace('\\', '/');
        return "- [%s](%s): %s\n"
                .formatted(located.test.className(), link, located.test.sentence());
    }
}
