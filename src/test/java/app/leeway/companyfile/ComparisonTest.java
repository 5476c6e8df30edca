package app.leeway.companyfile;

import static app.leeway.companyfile.CompanyFileFixture.nordlyst;
import static app.leeway.companyfile.CompanyFileFixture.nordlystWith;
import static app.leeway.companyfile.CompanyFileFixture.read;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.companyfile.Change.Value;
import app.leeway.companyfile.Change.What;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final CompanyFile BEFORE = read(nordlyst());

    @Test
    void theSameFileChangesNothing() {
        assertThat(CompanyFileFixture.changes(BEFORE, read(nordlyst()))).isEmpty();
    }

    @Test
    void aChangedFigureIsShownBesideTheOldOne() {
        assertThat(
                        changesWith(
                                "krogen,    per: month, amount: 20000.00",
                                "krogen,    per: month, amount: 25000.00"))
                .containsExactly(
                        new Change(
                                "budgets",
                                "krogen-month",
                                What.CHANGED,
                                List.of(new Value("amount", "20000.00", "25000.00"))));
    }

    @Test
    void aKeyThatComesOrGoesHasOneSideOnly() {
        assertThat(changesWith("roles: [steward] }", "roles: [steward], rate: 500.00 }"))
                .containsExactly(
                        new Change(
                                "people",
                                "stina",
                                What.CHANGED,
                                List.of(new Value("rate", null, "500.00"))));
    }

    @Test
    void aNewRevisionIsAnAddition() {
        assertThat(
                        changesWith(
                                "budgets:  ",
                                "  - { code: staff-day, from: 2027-01-01, when: { role: staff }, measure: { sum: staff, per: day }, limit: 2000.00, otherwise: ASK }\nbudgets:  "))
                .singleElement()
                .satisfies(c -> assertThat(c.what()).isEqualTo(What.ADDED))
                .satisfies(c -> assertThat(c.entry()).isEqualTo("staff-day from 2027-01-01"));
    }

    @Test
    void whatIsMissingIsRetired() {
        assertThat(
                        changesWith(
                                "  - { code: newsletter,  name: { sv: Nyhetsbrev, en: Newsletter },      potential: 0 }\n",
                                ""))
                .containsExactly(new Change("touchpoints", "newsletter", What.RETIRED, List.of()));
    }

    @Test
    void aSectionThatIsLeftOutIsRetiredWhole() {
        String without =
                nordlyst()
                        .replaceAll("(?s)\nincidents:.*?\n\n", "\n\n")
                        .replaceAll(", answers: [a-z-]+", "");
        assertThat(CompanyFileFixture.changes(BEFORE, read(without)))
                .filteredOn(change -> change.section().equals("incidents"))
                .hasSize(9)
                .allMatch(change -> change.what() == What.RETIRED);
    }

    @Test
    void everythingIsNewWhereThereWasNoCompany() {
        assertThat(CompanyFileFixture.changes(null, BEFORE))
                .hasSize(1 + 13 + 15 + 4 + 10 + 9 + 7 + 9 + 14 + 14 + 1)
                .allMatch(c -> c.what() == What.ADDED && !c.values().isEmpty());
    }

    private static List<Change> changesWith(String piece, String replacement) {
        return CompanyFileFixture.changes(BEFORE, read(nordlystWith(piece, replacement)));
    }
}
