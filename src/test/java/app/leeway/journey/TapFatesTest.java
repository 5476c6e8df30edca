package app.leeway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.shared.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tablet knows every refusal of the server's: whether sending again would end it. */
class TapFatesTest {

    private static final Path FATES = Path.of("src/main/webapp/tap/js/fates.js");
    private static final Path PROBLEMS = Path.of("src/main/java/app/leeway/http/Problems.java");
    private static final Pattern DECIDED =
            Pattern.compile("DECIDED = new Set\\(\\[(.*?)]", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("['\"]([a-z]+(?:-[a-z]+)*)['\"]");

    /** These end by themselves; REFUSED is an answer, which is kept. */
    private static final Set<Refusal> NOT_DECIDED =
            EnumSet.of(Refusal.BUSY, Refusal.IN_FLIGHT, Refusal.REFUSED, Refusal.TOO_MANY_STREAMS);

    private static Set<String> decided() throws IOException {
        String list =
                DECIDED.matcher(Files.readString(FATES))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.joining());
        return codes(list);
    }

    private static Set<String> codes(String source) {
        return CODE.matcher(source)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void every_refusal_either_decides_or_ends_by_itself() throws IOException {
        Set<String> refusals =
                Stream.of(Refusal.values())
                        .filter(refusal -> !NOT_DECIDED.contains(refusal))
                        .map(Refusal::code)
                        .collect(Collectors.toSet());
        assertThat(decided()).containsAll(refusals).doesNotContain("busy", "in-flight", "refused");
    }

    @Test
    void nothing_decides_that_the_server_never_says() throws IOException {
        Set<String> said = codes(Files.readString(PROBLEMS));
        Stream.of(Refusal.values()).map(Refusal::code).forEach(said::add);
        assertThat(said).containsAll(decided());
    }
}
