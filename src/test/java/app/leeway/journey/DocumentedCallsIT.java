package app.leeway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Books;
import app.leeway.support.RunningLeeway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what a reader of {@code docs/api.md} does: pastes one block after the other into one shell,
 * and compares the answers with those on the page.
 */
class DocumentedCallsIT {

    private static final Path PAGE = Path.of("docs", "api.md");
    private static final int PATIENCE_SECONDS = 120;

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> every_call_is_answered_as_the_page_shows() throws Exception {
        new Books(RunningLeeway.shared().database()).clear();
        List<DocumentedCall> calls = DocumentedCall.in(Files.readString(PAGE));
        assertThat(calls).as("calls of " + PAGE).hasSizeGreaterThan(20);
        List<String> printed = run(calls);
        return IntStream.range(0, calls.size())
                .filter(i -> calls.get(i).answer() != null)
                .mapToObj(i -> test(calls.get(i), printed.get(i)));
    }

    private static DynamicTest test(DocumentedCall call, String printed) {
        return DynamicTest.dynamicTest(
                "line " + call.line(),
                () ->
                        assertThat(call.answer().differences(DocumentedAnswer.of(printed)))
                                .as(call.script() + "\n" + printed)
                                .isEmpty());
    }

    /** What each of them printed. */
    private List<String> run(List<DocumentedCall> calls) throws Exception {
        StringBuilder script = new StringBuilder("set -eu\n");
        for (int i = 0; i < calls.size(); i++) {
            script.append("{\n%s} > printed.%d\n".formatted(calls.get(i).script(), i));
        }
        ProcessBuilder shell =
                new ProcessBuilder("bash", "-c", script.toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("errors").toFile());
        RunningLeeway leeway = RunningLeeway.shared();
        shell.environment().put("BASE", leeway.url().resolve("/api/v1").toString());
        shell.environment().put("ISSUER", leeway.issuer());
        Process process = shell.start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroy();
        assertThat(ended && process.exitValue() == 0)
                .as("the shell said: " + Files.readString(folder.resolve("errors")))
                .isTrue();
        return IntStream.range(0, calls.size()).mapToObj(this::printed).toList();
    }

    private String printed(int call) {
        try {
            return Files.readString(folder.resolve("printed." + call));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
