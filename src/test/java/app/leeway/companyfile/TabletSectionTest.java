package app.leeway.companyfile;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.organization.file.TabletSection;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the company file says of tablets. */
class TabletSectionTest {

    private static Reading read(String more) {
        String file = CompanyFileFixture.nordlyst() + more;
        return CompanyFileFixture.reading(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void withoutAWordPagesStayOpenForTwelveHours() {
        CompanyFile file = read("").orRefuse();
        assertThat(file.get(TabletSection.KEY).untilClosed()).isEqualTo(Duration.ofHours(12));
        assertThat(CompanyFileFixture.written(file)).doesNotContain("tablet:");
    }

    @Test
    void aTimeOfTheCompanyComesOutAsItWentIn() {
        CompanyFile file = read("\ntablet: { offlineFor: PT8H }\n").orRefuse();
        assertThat(file.get(TabletSection.KEY).untilClosed()).isEqualTo(Duration.ofHours(8));
        assertThat(CompanyFileFixture.written(file)).contains("tablet: { offlineFor: PT8H }");
    }

    @Test
    void noTimeIsForEver() {
        assertThat(read("\ntablet: { offlineFor: P400D }\n").problems())
                .extracting(Problem::code)
                .containsExactly("not-a-duration");
    }
}
