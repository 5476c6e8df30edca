package app.leeway.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the company file says of tablets. */
class TabletSectionTest {

    private static Reading read(String more) {
        String file = CompanyFileFixture.nordlyst() + more;
        return CompanyFileReader.read(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void withoutAWordPagesStayOpenForTwelveHours() {
        CompanyFile file = read("").orRefuse();
        assertThat(file.tablet().untilClosed()).isEqualTo(Duration.ofHours(12));
        assertThat(CompanyFileWriter.write(file)).doesNotContain("tablet:");
    }

    @Test
    void aTimeOfTheCompanyComesOutAsItWentIn() {
        CompanyFile file = read("\ntablet: { offlineFor: PT8H }\n").orRefuse();
        assertThat(file.tablet().untilClosed()).isEqualTo(Duration.ofHours(8));
        assertThat(CompanyFileWriter.write(file)).contains("tablet: { offlineFor: PT8H }");
    }

    @Test
    void noTimeIsForEver() {
        assertThat(read("\ntablet: { offlineFor: P400D }\n").problems())
                .extracting(Problem::code)
                .containsExactly("not-a-duration");
    }
}
