package app.leeway.companyfile;

import static app.leeway.companyfile.CompanyFileFixture.lineOf;
import static app.leeway.companyfile.CompanyFileFixture.nordlyst;
import static app.leeway.companyfile.CompanyFileFixture.nordlystWith;
import static app.leeway.companyfile.CompanyFileFixture.nordlystWithDeciding;
import static app.leeway.companyfile.CompanyFileFixture.read;
import static app.leeway.companyfile.CompanyFileFixture.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.leeway.budget.file.BudgetsSection;
import app.leeway.catalogue.file.IncidentsSection;
import app.leeway.catalogue.file.KindsSection;
import app.leeway.catalogue.file.TouchpointsSection;
import app.leeway.guardrail.Guardrail;
import app.leeway.guardrail.file.ClausesSection;
import app.leeway.guardrail.file.GuardrailsSection;
import app.leeway.loyalty.file.OutcomesSection;
import app.leeway.organization.Role;
import app.leeway.organization.file.AuthoritySection;
import app.leeway.organization.file.PeopleSection;
import app.leeway.organization.file.UnitsSection;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyFileReaderTest {

    @Test
    void theDemoCompanyIsReadWhole() {
        CompanyFile file = read(nordlyst());
        assertThat(file.get(UnitsSection.KEY)).hasSize(13);
        assertThat(file.get(PeopleSection.KEY)).hasSize(15);
        assertThat(file.get(AuthoritySection.KEY)).hasSize(4);
        assertThat(file.get(TouchpointsSection.KEY)).hasSize(10);
        assertThat(file.get(ClausesSection.KEY)).hasSize(7);
        assertThat(file.get(KindsSection.KEY)).hasSize(9);
        assertThat(file.get(IncidentsSection.KEY)).hasSize(9);
        assertThat(file.get(OutcomesSection.KEY).margins()).containsEntry("shoes", 450).hasSize(3);
        assertThat(file.get(OutcomesSection.KEY).otherwise()).isEqualTo(500);
        assertThat(file.get(KindsSection.KEY).get(8).answers()).isEqualTo("too-late");
        assertThat(file.get(GuardrailsSection.KEY)).hasSize(14);
        assertThat(file.get(BudgetsSection.KEY)).hasSize(14);
    }

    @Test
    void everyPartOfAnEntryIsUnderstood() {
        CompanyFile file = read(nordlyst());
        var lena = file.get(PeopleSection.KEY).get(12);
        assertThat(lena.roles()).containsExactlyInAnyOrder(Role.LEADER, Role.MANAGER);
        assertThat(lena.rateMinor()).isEqualTo(90_000);
        var goodwill = file.get(KindsSection.KEY).get(5);
        assertThat(goodwill.presets()).containsExactly(10_000L, 20_000L, 50_000L);
        assertThat(goodwill.customerRequired()).isTrue();
        Guardrail thirtyDays = file.get(GuardrailsSection.KEY).get(3);
        assertThat(thirtyDays.measure().within()).isEqualTo(Period.ofDays(30));
        assertThat(thirtyDays.bound()).isEqualTo(150_000);
        assertThat(file.get(GuardrailsSection.KEY).get(5).bound())
                .as("pieces, not money")
                .isEqualTo(20);
        assertThat(file.get(BudgetsSection.KEY).get(13).ofPerson()).isEqualTo("anna");
    }

    @Test
    void revisionsAreNumberedByTheirFirstDay() {
        assertThat(read(nordlyst()).get(GuardrailsSection.KEY))
                .filteredOn(g -> g.code().equals("goodwill-single"))
                .extracting(Guardrail::from, Guardrail::revision)
                .containsExactly(
                        tuple(LocalDate.of(2026, 1, 1), 1),
                        tuple(LocalDate.of(2026, 7, 1), 2),
                        tuple(LocalDate.of(2026, 10, 1), 3));
    }

    @Test
    void whatTheDemoDoesNotUseIsUnderstoodToo() {
        CompanyFile file =
                read(
                        nordlystWith(
                                        "level: site, under: north }    # restaurant",
                                        "level: site, under: north, zone: Europe/Helsinki }")
                                .replace(
                                        "of: { person: anna }, per: day",
                                        "of: { person: anna }, from: 2026-11-01, until: 2026-12-01")
                                .replace(
                                        "from: 2026-01-01, when: {},                      measure: { sum: visit }",
                                        "from: 2026-01-01, until: 2027-01-01, when: {}, measure: { sum: visit }")
                                .replace(
                                        "{ code: lone-work,         from: 2026-01-01, when: { kind: home-visit },    measure: { count: gesture },                     limit: 0, ",
                                        "{ code: lone-work, from: 2026-01-01, when: { kind: home-visit }, measure: { forbidden: gesture }, "));
        assertThat(file.get(UnitsSection.KEY).get(2).zone())
                .isEqualTo(ZoneId.of("Europe/Helsinki"));
        assertThat(file.get(BudgetsSection.KEY).get(13).endsOn())
                .isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(file.get(GuardrailsSection.KEY).get(2).until())
                .isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(file.get(GuardrailsSection.KEY).get(8).measure().type().name())
                .isEqualTo("FORBIDDEN");
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    user: adam,    name  | user: adam, nick: A, name | unknown-key
                    [staff, manager],     rate: 420.00 | [staff, boss], rate: 420.00 | unknown-value
                    user: adam,    name: Adam Berg,      at: krogen-servis | user: adam, name: Adam Berg, at: krogn | dangling-code
                    code: gymmet,    name | code: krogen, name | duplicate-code
                    user: adam,    name | user: anna, name | duplicate-code
                    user: adam,    name: Adam Berg | user: adam, user: adam, name: Adam Berg | duplicate-key
                    code: krogen-servis, name: Servisen,  level: team | code: krogen-servis, name: Servisen, level: squad | unknown-value
                    level: team, under: krogen | level: team, under: krogn | dangling-code
                    rate: 480.00 | rate: -480.00 | not-an-amount
                    rate: 480.00 | rate: 480.001 | not-an-amount
                    rate: 480.00 | rate: 4e2 | not-an-amount
                    rate: 480.00 | rate: .nan | not-an-amount
                    rate: 480.00 | rate: 1000000000000000 | not-an-amount
                    rate: 480.00 | rate: null | wrong-type
                    at: coast,  upTo | at: north,   upTo | duplicate-code
                    potential: 0 } | potential: 4 } | not-a-number
                    code: minors-alcohol, bendable: never | code: minors-alcohol, bendable: sometimes | unknown-value
                    bends: [no-cash], sites: [gymmet] | bends: [no-coins], sites: [gymmet] | dangling-code
                    bends: [no-cash], sites: [gymmet] | bends: [no-cash, no-cash], sites: [gymmet] | duplicate-value
                    bends: [no-cash], sites: [gymmet] | bends: [no-cash], sites: [north] | dangling-code
                    { model: preset, amount: 5.00 } | { model: preset } | missing
                    { model: preset, amount: 5.00 } | { model: barter, amount: 5.00 } | unknown-value
                    { model: preset, amount: 5.00 } | { model: time, amount: 5.00 } | misplaced
                    sites: [gymmet], customer: optional | sites: [gymmet], customer: maybe | unknown-value
                    presets: [400.00, 900.00] | presets: [400.00, 0.00] | not-an-amount
                    customer: required, outreach: true | customer: required, outreach: yes | unknown-value
                    when: { kind: locker-coin } | when: { kind: coin } | dangling-code
                    when: { category: recovery } | when: { category: recover } | dangling-code
                    when: { role: staff } | when: { role: boss } | unknown-value
                    when: { role: staff } | when: { weather: rain } | unknown-key
                    { sum: customer, within: P30D } | { sum: customer, within: P1M } | not-a-period
                    { sum: customer, within: P30D } | { sum: customer, within: -P30D } | not-a-period
                    { sum: customer, within: P30D } | { sum: customer, within: P30D, per: day } | contradictory
                    { sum: staff, per: day } | { sum: staff, per: shift } | unknown-value
                    { sum: visit } | { sum: town } | unknown-value
                    { sum: visit } | { sum: visit, count: visit } | not-a-measure
                    limit: 50000.00, otherwise: STOP | limit: 50000.00, otherwise: GO | unknown-value
                    limit: 50000.00, otherwise: STOP | limit: lots, otherwise: STOP | not-an-amount
                    replaces: [goodwill-single] | replaces: [goodwill-singel] | dangling-code
                    replaces: [goodwill-single] | replaces: [goodwill-manager] | replaces-itself
                    goodwill-single,   from: 2026-07-01 | goodwill-single,    from: 2026-01-01 | duplicate-code
                    goodwill-single,   from: 2026-07-01 | goodwill-single,   from: 2026-02-30 | not-a-date
                    goodwill-single,   from: 2026-07-01 | goodwill-single,   from: 2026-07-01, until: 2026-07-01 | not-after
                    of: { person: anna } | of: { person: ana } | dangling-code
                    of: { person: anna }, per: day | of: { person: anna } | not-a-period
                    of: { person: anna }, per: day | of: { person: anna }, per: day, from: 2026-01-01 | not-a-period
                    of: { person: anna }, per: day | of: { person: anna }, from: 2026-02-01, until: 2026-01-01 | not-after
                    of: { person: anna }, per: day | of: { person: anna }, per: day, currency: EUR | second-currency
                    amount: 800.00, exhausted: ASK | amount: 800.00, exhausted: GO | unknown-value
                    name: Anna Ek, | name: " ", | malformed
                    name: Anna Ek, | name: "An\\u0000na", | malformed
                    code: nordlyst, name | code: Nordlyst AB, name | malformed
                    currency: SEK | currency: SKR | unknown-value
                    zone: Europe/Stockholm | zone: Europe/Stokholm | unknown-value
                    languages: [sv, en] | languages: [sv, de] | unknown-value
                    languages: [sv, en] | languages: [] | missing
                    name: { sv: Norr, en: North } | name: { sv: Norr } | missing
                    name: { sv: Norr, en: North } | name: [Norr, North] | wrong-type
                    """)
    void eachMistakeIsFoundWhereItStands(String right, String wrong, String code) {
        String text = nordlystWith(right, wrong);
        assertThat(reading(text).problems())
                .extracting(Problem::line, Problem::code)
                .contains(tuple(lineOf(text, wrong), code));
        assertThat(reading(text).file()).isNull();
    }

    @Test
    @DisplayName("All mistakes are told at once, in the order of their lines")
    void allMistakesAreToldAtOnce() {
        String text =
                nordlystWith("rate: 480.00", "rate: -1")
                        .replace("at: banken,    roles", "at: bank, roles")
                        .replace("potential: 0", "potential: many")
                        .replace("when: { role: staff }", "when: { rôle: staff }")
                        .replace("currency: SEK", "currency: KRONOR")
                        .replace("per: year", "per: decade");
        assertThat(reading(text).problems())
                .extracting(Problem::line, Problem::path, Problem::code)
                .containsExactly(
                        tuple(4, "company.currency", "unknown-value"),
                        tuple(lineOf("user: dag"), "people[3].rate", "not-an-amount"),
                        tuple(lineOf("user: berit"), "people[4].at", "dangling-code"),
                        tuple(
                                lineOf("code: newsletter"),
                                "touchpoints[9].potential",
                                "not-a-number"),
                        tuple(lineOf("code: staff-day"), "guardrails[4].when.rôle", "unknown-key"),
                        tuple(lineOf("code: nordlyst-year"), "budgets[0].per", "unknown-value"));
    }

    @Test
    void aCircleOfUnitsIsToldOnceWithItsWay() {
        String text =
                nordlystWith(
                        "{ code: north, name: { sv: Norr, en: North }, level: region }",
                        "{ code: north, name: Norr, level: region, under: krogen-servis }");
        assertThat(reading(text).problems())
                .filteredOn(p -> p.code().equals("cycle"))
                .singleElement()
                .satisfies(
                        p -> {
                            assertThat(p.line()).isEqualTo(lineOf("code: north,"));
                            assertThat(p.message())
                                    .contains("north > krogen-servis > krogen > north");
                        });
    }

    @Test
    void aUnitUnderItselfIsACircle() {
        assertThat(
                        reading(
                                        nordlystWith(
                                                "level: team, under: krogen",
                                                "level: team, under: krogen-servis"))
                                .problems())
                .extracting(Problem::code)
                .contains("cycle");
    }

    @Test
    void aSiteCannotLieUnderATeam() {
        assertThat(
                        reading(
                                        nordlystWith(
                                                "code: gymmet,    name: Gymmet,        level: site, under: north",
                                                "code: gymmet, name: Gymmet, level: site, under: krogen-servis"))
                                .problems())
                .extracting(Problem::line, Problem::code)
                .containsExactly(tuple(lineOf("code: gymmet,"), "wrong-level"));
    }

    @Test
    void guardrailsThatReplaceEachOtherInACircleContradict() {
        String text =
                nordlystWith(
                                "measure: { sum: visit },                         limit: 600.00,   otherwise: ASK }",
                                "measure: { sum: visit }, limit: 600.00, otherwise: ASK, replaces: [staff-day] }")
                        .replace(
                                "limit: 1500.00,  otherwise: ASK }\n  - { code: coin-once",
                                "limit: 1500.00, otherwise: ASK, replaces: [visit-total] }\n  - { code: coin-once");
        assertThat(reading(text).problems())
                .extracting(Problem::code)
                .containsExactly("contradictory");
    }

    @Test
    void everySectionIsNeededThoughItMayBeEmpty() {
        String text = nordlyst().substring(0, nordlyst().indexOf("budgets:"));
        assertThat(reading(text).problems())
                .extracting(Problem::path, Problem::code)
                .containsExactly(tuple("budgets", "missing"));
        assertThat(read(text + "budgets: []\n").get(BudgetsSection.KEY)).isEmpty();
        assertThat(reading(text + "budgets:\n").problems())
                .extracting(Problem::code)
                .containsExactly("wrong-type");
    }

    @Test
    void whatNobodyHasWrittenDownIsReadUnderTheSameChecks() {
        CompanyFile file = read(nordlystWithDeciding());
        assertThat(CompanyFileFixture.reader().read(file, Map.of()).file()).isEqualTo(file);

        List<Guardrail> guardrails = file.get(GuardrailsSection.KEY);
        CompanyFile alone = file.with(GuardrailsSection.KEY, List.of(guardrails.get(1)));
        assertThat(CompanyFileFixture.reader().read(alone, Map.of()).problems())
                .singleElement()
                .satisfies(p -> assertThat(p.path()).isEqualTo("guardrails[0].replaces[0]"))
                .satisfies(p -> assertThat(p.code()).isEqualTo("dangling-code"))
                .satisfies(p -> assertThat(p.violation().message()).doesNotContain("line"));
    }
}
