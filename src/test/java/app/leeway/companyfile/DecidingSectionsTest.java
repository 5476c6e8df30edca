package app.leeway.companyfile;

import static app.leeway.companyfile.CompanyFileFixture.lineOf;
import static app.leeway.companyfile.CompanyFileFixture.nordlyst;
import static app.leeway.companyfile.CompanyFileFixture.read;
import static app.leeway.companyfile.CompanyFileFixture.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.leeway.companyfile.Change.Value;
import app.leeway.companyfile.Change.What;
import app.leeway.organization.ApprovalRules;
import app.leeway.organization.file.ApprovalsSection;
import app.leeway.organization.file.AuthoritySection;
import app.leeway.organization.file.UnitsSection;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a company file may say about who decides, and when; the demo's says none of it. */
class DecidingSectionsTest {

    private static final String KROGEN = "level: site, under: north }    # restaurant";
    private static final String EXTENDED = CompanyFileFixture.nordlystWithDeciding();

    @Test
    void everyPartIsUnderstood() {
        CompanyFile file = read(EXTENDED);
        assertThat(file.get(ApprovalsSection.KEY))
                .isEqualTo(
                        new ApprovalRules(
                                2_000_000L, Duration.ofHours(1), Duration.ofMinutes(210), 2, null));
        var krogen = file.get(UnitsSection.KEY).get(2);
        assertThat(krogen.sample()).isEqualTo(5);
        assertThat(krogen.hours().days())
                .hasSize(6)
                .doesNotContainKey(DayOfWeek.SUNDAY)
                .hasEntrySatisfying(
                        DayOfWeek.SATURDAY, late -> assertThat(late).hasToString("17:00-01:00"));
        var authority = file.get(AuthoritySection.KEY).get(0);
        assertThat(authority.upTo("recovery")).isEqualTo(150_000);
        assertThat(authority.upTo("delight")).isEqualTo(300_000);
        assertThat(authority.upTo("care")).isEqualTo(200_000);
    }

    @Test
    void aFileThatSaysNothingOfItIsAsItWas() {
        CompanyFile file = read(nordlyst());
        assertThat(file.get(ApprovalsSection.KEY)).isEqualTo(ApprovalRules.USUAL);
        assertThat(file.get(UnitsSection.KEY))
                .allMatch(unit -> unit.hours() == null && unit.sample() == null);
        assertThat(CompanyFileFixture.written(file))
                .doesNotContain("approvals:", " hours:", "sample:", "categories:");
    }

    @Test
    void whatIsWrittenReadsAsTheSameCompany() {
        CompanyFile file = read(EXTENDED);
        assertThat(read(CompanyFileFixture.written(file))).isEqualTo(file);
        assertThat(CompanyFileFixture.written(file).lines())
                .contains(
                        "  - { code: krogen, name: Krogen, level: site, under: north, hours: {"
                                + " mon-fri: \"08:00-17:00\", sat: \"17:00-01:00\" }, sample: 5 }",
                        "  - { at: krogen, upTo: 2000.00, categories: { delight: 3000.00,"
                                + " recovery: 1500.00 } }",
                        "approvals: { fourEyesAbove: 20000.00, remindAfter: PT1H, escalateAfter:"
                                + " PT3H30M, sample: 2 }");
    }

    @Test
    void theAmountAboveWhichASecondFactorIsNeededIsReadAndWritten() {
        String file =
                nordlyst()
                        .replace(
                                "touchpoints:  ",
                                "approvals: { secondFactorAbove: 5000.00 }\ntouchpoints:  ");
        CompanyFile read = read(file);
        assertThat(read.get(ApprovalsSection.KEY))
                .isEqualTo(new ApprovalRules(null, null, null, null, 500_000L));
        assertThat(CompanyFileFixture.written(read).lines())
                .contains("approvals: { secondFactorAbove: 5000.00 }");
    }

    @Test
    void aLookBeforeAnImportShowsEachOfThem() {
        assertThat(CompanyFileFixture.changes(read(nordlyst()), read(EXTENDED)))
                .extracting(Change::section, Change::entry, Change::what)
                .containsExactly(
                        tuple("organization", "krogen", What.CHANGED),
                        tuple("authority", "krogen", What.CHANGED),
                        tuple("approvals", "nordlyst", What.ADDED));
        assertThat(
                        CompanyFileFixture.changes(
                                read(EXTENDED),
                                read(
                                        EXTENDED.replace(
                                                "escalateAfter: PT3H30M", "escalateAfter: PT5H"))))
                .containsExactly(
                        new Change(
                                "approvals",
                                "nordlyst",
                                What.CHANGED,
                                List.of(new Value("escalateAfter", "PT3H30M", "PT5H"))));
        assertThat(CompanyFileFixture.changes(read(EXTENDED), read(nordlyst())))
                .extracting(Change::section, Change::what)
                .containsExactly(
                        tuple("organization", What.CHANGED),
                        tuple("authority", What.CHANGED),
                        tuple("approvals", What.RETIRED));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    hours: { mon-fri: "08:00-17:00" | hours: { mon-fri: "8-17" | not-hours
                    hours: { mon-fri: "08:00-17:00" | hours: { mon-fri: "08:00-08:00" | not-hours
                    hours: { mon-fri: "08:00-17:00" | hours: { weekdays: "08:00-17:00" | unknown-key
                    hours: { mon-fri: "08:00-17:00" | hours: { fri-mon: "08:00-17:00" | unknown-key
                    hours: { mon-fri: "08:00-17:00" | hours: { mon-sat: "08:00-17:00" | duplicate-value
                    hours: { mon-fri: "08:00-17:00" | hours: { mon: [1] | wrong-type
                    sample: 5 } | sample: 101 } | not-a-number
                    sample: 5 } | sample: -1 } | not-a-number
                    recovery: 1500.00 | recover: 1500.00 | dangling-code
                    recovery: 1500.00 | recovery: lots | not-an-amount
                    recovery: 1500.00 | delight: 1500.00 | duplicate-key
                    fourEyesAbove: 20000.00 | fourEyesAbove: 20000.001 | not-an-amount
                    fourEyesAbove: 20000.00 | sixEyesAbove: 20000.00 | unknown-key
                    remindAfter: PT1H | remindAfter: 1 hour | not-a-duration
                    remindAfter: PT1H | remindAfter: PT0S | not-a-duration
                    remindAfter: PT1H | remindAfter: PT721H | not-a-duration
                    remindAfter: PT1H | remindAfter: PT4H | not-after
                    , sample: 2 } | , sample: two } | not-a-number
                    """)
    void whatIsWrongIsToldWithItsLine(String piece, String wrong, String code) {
        assertThat(EXTENDED).contains(piece);
        String yaml = EXTENDED.replace(piece, wrong);
        assertThat(reading(yaml).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code))
                .satisfies(
                        problem ->
                                assertThat(problem.line()).isEqualTo(lineOf(yaml, wrong.strip())));
    }

    @Test
    void anEmptyWeekIsRefused() {
        String yaml = nordlyst().replace(KROGEN, "level: site, under: north, hours: {} }");
        assertThat(reading(yaml).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("missing"));
    }
}
