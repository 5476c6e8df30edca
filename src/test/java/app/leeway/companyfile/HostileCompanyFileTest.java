package app.leeway.companyfile;

import static app.leeway.companyfile.CompanyFileFixture.nordlyst;
import static app.leeway.companyfile.CompanyFileFixture.nordlystWith;
import static app.leeway.companyfile.CompanyFileFixture.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.leeway.shared.RefusedException;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileCompanyFileTest {

    @Test
    void aBillionLaughsAreRefusedBeforeAnybodyLaughs() {
        StringBuilder bomb = new StringBuilder("a: &a [lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (char c = 'b'; c <= 'z'; c++) {
            String before = "*" + (char) (c - 1);
            bomb.append(c).append(": &").append(c).append(" [").append((before + ", ").repeat(7));
            bomb.append(before).append("]\n");
        }
        Reading reading =
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(5), () -> reading(bomb.toString()));
        assertThat(reading.problems()).extracting(Problem::code).containsOnly("alias");
        assertThat(reading.problems()).extracting(Problem::line).contains(1, 26);
    }

    @Test
    void aHarmlessAnchorIsRefusedTooWithItsLine() {
        Reading reading = reading(nordlystWith("roles: [steward]", "roles: &s [steward]"));
        assertThat(reading.problems()).extracting(Problem::code).containsExactly("alias");
    }

    /**
     * What is allocated tells the work without a clock: a window that is copied at each reading
     * would take some twenty thousand million bytes for this; reading once takes a thousand
     * million, or less where the compiler saves objects.
     */
    @ParameterizedTest
    @ValueSource(strings = {"#", "#\n", "# x\n\n"})
    void P15_fiveMegabytesOfCommentsAreReadOnce(String comment) {
        String comments = comment.repeat(5 * 1024 * 1024 / comment.length() - 1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        Reading reading = reading(comments);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4_000_000_000L);
        assertThat(reading.problems()).extracting(Problem::code).containsExactly("empty");
    }

    @Test
    void fiftyMegabytesAreRefusedWithoutBeingRead() throws IOException {
        long[] read = {0};
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return ++read[0] > 50L * 1024 * 1024 ? -1 : '#';
                    }
                };
        assertThat(CompanyFileFixture.reading(endless).problems())
                .extracting(Problem::code)
                .containsExactly("too-large");
        assertThat(read[0]).isLessThan(6 * 1024 * 1024);
    }

    @Test
    void tabsAreRefusedEachWithItsLine() {
        Reading reading = reading("company:\n\tcode: x\norganization:\n\t- {\tcode: y }\n");
        assertThat(reading.problems())
                .extracting(Problem::line, Problem::code)
                .containsExactly(tuple(2, "tab"), tuple(4, "tab"));
    }

    @Test
    void aByteOrderMarkIsRefusedAndSaysHowToGetRidOfIt() {
        assertThat(reading("\ufeff" + nordlyst()).problems())
                .singleElement()
                .satisfies(p -> assertThat(p.code()).isEqualTo("byte-order-mark"))
                .satisfies(p -> assertThat(p.message()).contains("without"));
    }

    @Test
    void textThatIsNotUtf8IsRefusedWithItsLine() {
        byte[] latin1 = nordlyst().getBytes(StandardCharsets.ISO_8859_1);
        assertThat(CompanyFileFixture.reading(new ByteArrayInputStream(latin1)).problems())
                .extracting(Problem::line, Problem::code)
                .containsExactly(tuple(CompanyFileFixture.lineOf("Byrån"), "not-utf-8"));
    }

    @Test
    void twoCompaniesAreOneTooMany() {
        assertThat(reading(nordlyst() + "---\n" + nordlyst()).problems())
                .extracting(Problem::code)
                .containsExactly("second-document");
        assertThat(reading("company: {code: b}\n" + nordlyst()).problems())
                .extracting(Problem::code)
                .contains("duplicate-key");
        assertThat(
                        reading(
                                        nordlystWith(
                                                "company: { code: nordlyst",
                                                "company:\n - { code: nordlyst"))
                                .problems())
                .extracting(Problem::path, Problem::code)
                .contains(tuple("company", "wrong-type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n", "# nothing\n", "--- \n"})
    void nothingIsNoCompany(String nothing) {
        assertThat(reading(nothing).problems()).isNotEmpty();
        assertThat(reading(nothing).file()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "just text",
                "[1, 2]",
                "42",
                "{ a: [ }",
                "\"open",
                "a: b: c",
                "%X\n---\n",
                "@"
            })
    void whatIsNoMappingIsToldSo(String other) {
        assertThat(reading(other).problems()).isNotEmpty();
    }

    @Test
    void deepNestingEndsInAnAnswerNotInAnOverflow() {
        assertThat(reading("company: " + "[".repeat(100_000)).problems())
                .extracting(Problem::code)
                .containsExactly("too-deep");
    }

    @Test
    void typesOfTheReadersLanguageAreNotBuilt() {
        assertThat(reading("company: !!javax.script.ScriptEngineManager [x]\n").problems())
                .extracting(Problem::code)
                .containsExactly("tag");
    }

    @Test
    void aFloodOfMistakesIsCutOff() {
        String flood = "company: { code: x }\n" + "x: 1\n".repeat(20_000);
        assertThat(reading(flood).problems()).hasSize(1000);
    }

    @Test
    void aLongChainOfUnitsIsWalkedOnce() {
        StringBuilder chain = new StringBuilder("organization:\n");
        for (int i = 0; i < 20_000; i++) {
            chain.append(
                    "  - { code: u%d, name: U, level: team, under: u%d }\n".formatted(i, i + 1));
        }
        Reading reading =
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(60), () -> reading(chain.toString()));
        assertThat(reading.problems()).hasSize(1000);
    }

    @Test
    void theRefusalNamesEveryLine() {
        Reading reading =
                reading(
                        nordlystWith("rate: 480.00", "rate: -1")
                                .replace("per: year", "per: decade"));
        assertThatThrownBy(reading::orRefuse)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> {
                            assertThat(refused.violations()).hasSize(2);
                            assertThat(refused.violations().get(0).message())
                                    .startsWith("line 25: ");
                            assertThat(refused.violations().get(0).field())
                                    .isEqualTo("people[3].rate");
                        });
    }
}
