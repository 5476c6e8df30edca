package app.leeway.companyfile;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.catalogue.file.IncidentsSection;
import app.leeway.loyalty.file.OutcomesSection;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the company file says of incidents and outcomes. */
class OutcomeSectionTest {

    private static final String NORDLYST = CompanyFileFixture.nordlyst();

    @Test
    void aCompanyThatSaysNothingOfThemIsAsItWas() {
        String without =
                NORDLYST.replaceAll("(?s)\nincidents:.*?\n\n", "\n\n")
                        .replaceAll("(?m)^outcomes:.*$", "")
                        .replaceAll(", answers: [a-z-]+", "");

        Reading reading = read(without);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.file().get(IncidentsSection.KEY)).isEmpty();
        assertThat(reading.file().get(OutcomesSection.KEY).window()).isEqualTo(90);
        assertThat(CompanyFileFixture.written(reading.file()))
                .doesNotContain("incidents:", "outcomes:");
    }

    @Test
    void whatIsWrittenReadsAsTheSame() {
        CompanyFile file = read(NORDLYST).file();

        assertThat(read(CompanyFileFixture.written(file)).file()).isEqualTo(file);
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() {
        assertThat(codes(NORDLYST.replace("otherwise: 0.5", "otherwise: 1.5")))
                .containsExactly("not-a-share");
        assertThat(codes(NORDLYST.replace("{ days: 90", "{ days: 91")))
                .containsExactly("unknown-value");
        assertThat(codes(NORDLYST.replace("answers: delay", "answers: quake")))
                .containsExactly("dangling-code");
        assertThat(codes(NORDLYST.replace("code: silence,", "code: none,"))).contains("reserved");
        assertThat(codes(NORDLYST.replace("code: silence,", "code: delay,")))
                .contains("duplicate-code");
    }

    private static List<String> codes(String yaml) {
        return read(yaml).problems().stream().map(Problem::code).distinct().toList();
    }

    private static Reading read(String yaml) {
        return CompanyFileFixture.reading(
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
