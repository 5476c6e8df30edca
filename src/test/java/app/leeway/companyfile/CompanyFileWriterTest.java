package app.leeway.companyfile;

import static app.leeway.companyfile.CompanyFileFixture.nordlyst;
import static app.leeway.companyfile.CompanyFileFixture.nordlystWith;
import static app.leeway.companyfile.CompanyFileFixture.read;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.organization.file.PeopleSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyFileWriterTest {

    @Test
    void whatIsWrittenReadsAsTheSameCompany() {
        CompanyFile file = read(nordlyst());
        assertThat(read(CompanyFileFixture.written(file))).isEqualTo(file);
    }

    @Test
    void whatTheDemoDoesNotUseComesBackToo() {
        CompanyFile file =
                read(
                        nordlystWith(
                                        "level: site, under: north }    # restaurant",
                                        "level: site, under: north, zone: Asia/Tokyo }")
                                .replace(
                                        "{ person: anna }, per: day",
                                        "{ person: anna }, from: 2026-11-01, until: 2026-12-01")
                                .replace(
                                        "when: { role: staff }",
                                        "when: { role: staff, unit: coast, tier: gold, touchpoint: table, moment: strike, outreach: false }")
                                .replace(
                                        "measure: { count: gesture },                     limit: 0, ",
                                        "measure: { forbidden: gesture },")
                                .replace(
                                        "from: 2026-01-01, when: { kind: home-visit }",
                                        "from: 2026-01-01, until: 2027-02-03, when: { kind: home-visit }"));
        assertThat(read(CompanyFileFixture.written(file))).isEqualTo(file);
    }

    @Test
    void emptySectionsStayEmptySections() {
        CompanyFile file =
                read(
                        """
                        company: { code: a, name: A, currency: EUR, zone: UTC, languages: [en] }
                        organization: []
                        people: []
                        authority: []
                        touchpoints: []
                        clauses: []
                        kinds: []
                        guardrails: []
                        budgets: []
                        """);
        assertThat(read(CompanyFileFixture.written(file))).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "True",
                "12",
                "1e3",
                "0x1F",
                "- dash",
                "a: b",
                "a #b",
                "a, b",
                "[a]",
                "{a}",
                "*a",
                "&a",
                "!a",
                "@a",
                "`a",
                "'single'",
                "say \"hej\"",
                "back\\slash",
                "C:\\new",
                "O'Neill",
                "?",
                "~",
                "=",
                "<<",
                "%",
                "|",
                "Åsa & Co.",
                "🎂 tårta",
                "א\u202eב",
                "زبون",
                "'; drop table person; --",
                "<script>alert(1)</script>",
                "a\u00a0b",
                "ends with colon:",
                "2026-01-01",
                "---",
                "..."
            })
    void anyTextComesBackAsItWas(String text) {
        String yaml = nordlyst().replace("name: Anna Ek", "name: " + FlowMapping.scalar(text));
        CompanyFile file = read(yaml);
        assertThat(file.get(PeopleSection.KEY).get(0).name()).isEqualTo(text);
        assertThat(read(CompanyFileFixture.written(file))).isEqualTo(file);
    }

    @Test
    void itReadsLikeTheFileThatStewardsWrite() {
        assertThat(CompanyFileFixture.written(read(nordlyst())).lines())
                .contains(
                        "company: { code: nordlyst, name: Nordlyst AB, currency: SEK, zone: Europe/Stockholm, languages: [sv, en] }",
                        "  - { code: north, name: { sv: Norr, en: North }, level: region }",
                        "  - { user: kim, name: Kim Sten, at: krogen, roles: [staff, manager], rate: 420.00 }",
                        "  - { code: customer-30-days, from: 2026-01-01, when: { category: recovery }, measure: { sum: customer, within: P30D }, limit: 1500.00, otherwise: ASK }",
                        "  - { code: anna-day, of: { person: anna }, per: day, amount: 800.00, exhausted: ASK }");
    }
}
