package app.leeway.companyfile;

import static app.leeway.companyfile.CompanyFileFixture.nordlyst;
import static app.leeway.companyfile.CompanyFileFixture.read;
import static app.leeway.companyfile.CompanyFileFixture.reading;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.organization.LateEntryRules;
import app.leeway.organization.file.LateEntriesSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a company file may say about late entries; the demo's says nothing. */
class LateEntrySectionTest {

    private static String with(String section) {
        return nordlyst() + "\nlateEntries: { " + section + " }\n";
    }

    @Test
    void aFileThatSaysNothingMeansFourteenDaysAndFiveEntries() {
        LateEntryRules rules = read(nordlyst()).get(LateEntriesSection.KEY);

        assertThat(rules).isEqualTo(LateEntryRules.USUAL);
        assertThat(rules.days()).isEqualTo(14);
        assertThat(rules.number()).isEqualTo(5);
        assertThat(CompanyFileFixture.written(read(nordlyst()))).doesNotContain("lateEntries");
    }

    @Test
    void whatIsWrittenReadsAsTheSame() {
        CompanyFile file = read(with("within: P30D, tellFrom: 10"));

        assertThat(file.get(LateEntriesSection.KEY)).isEqualTo(new LateEntryRules(30, 10));
        assertThat(read(CompanyFileFixture.written(file))).isEqualTo(file);
        assertThat(CompanyFileFixture.changes(read(nordlyst()), file))
                .extracting(Change::section, Change::what)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("lateEntries", Change.What.ADDED));
    }

    @ParameterizedTest
    @CsvSource({
        "within: P0D, not-a-period",
        "within: P367D, not-a-period",
        "within: P1M, not-a-period",
        "within: PT24H, not-a-period",
        "tellFrom: 0, not-a-number",
        "tellFrom: 1001, not-a-number",
        "tellFrom: many, not-a-number",
        "until: P14D, unknown-key"
    })
    void whatIsWrongIsTold(String section, String code) {
        assertThat(reading(with(section)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
