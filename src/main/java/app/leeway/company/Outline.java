package app.leeway.company;

import app.leeway.budget.BudgetDefinition;
import app.leeway.catalogue.IncidentType;
import app.leeway.catalogue.Kind;
import app.leeway.catalogue.Touchpoint;
import app.leeway.guardrail.Clause;
import app.leeway.guardrail.Guardrail;
import app.leeway.guardrail.Measure;
import app.leeway.guardrail.Scope;
import app.leeway.loyalty.OutcomeSettings;
import app.leeway.organization.ApprovalRules;
import app.leeway.organization.LateEntryRules;
import app.leeway.organization.Organization.Company;
import app.leeway.organization.OrganizationDefinition;
import app.leeway.organization.OrganizationDefinition.Authority;
import app.leeway.organization.OrganizationDefinition.Member;
import app.leeway.organization.OrganizationDefinition.Unit;
import app.leeway.organization.Role;
import app.leeway.organization.TabletRules;
import app.leeway.organization.WorkingWeek;
import app.leeway.shared.Money;
import app.leeway.shared.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A company file section by section, each entry by its key, each key with its value as written. To
 * write a file and to tell two apart are both done by it, so what is not written cannot differ.
 */
class Outline {

    private final Map<String, Map<String, Flow>> sections = new LinkedHashMap<>();
    private final String currency;

    private Outline(String currency) {
        this.currency = currency;
    }

    static Outline of(CompanyFile file) {
        Outline outline = new Outline(file.currency());
        OrganizationDefinition organization = file.organization();
        Company company = organization.company();
        outline.section("company", List.of(company), Company::code, Outline::company);
        outline.section(
                "organization", organization.units(), Unit::code, unit -> unit(unit, company));
        outline.section("people", organization.people(), Member::user, outline::person);
        outline.section("authority", organization.authorities(), Authority::at, outline::authority);
        outline.section(
                "approvals",
                said(organization.approvals()),
                a -> company.code(),
                outline::approvals);
        outline.section(
                "lateEntries",
                said(organization.lateEntries()),
                l -> company.code(),
                Outline::lateEntries);
        outline.section("touchpoints", file.touchpoints(), Touchpoint::code, Outline::touchpoint);
        if (!file.incidents().isEmpty()) {
            outline.section("incidents", file.incidents(), IncidentType::code, Outline::incident);
        }
        outline.section("clauses", file.clauses(), Clause::code, Outline::clause);
        outline.section("kinds", file.kinds(), Kind::code, outline::kind);
        outline.section("guardrails", file.guardrails(), Outline::revision, outline::guardrail);
        outline.section("budgets", file.budgets(), BudgetDefinition::code, outline::budget);
        outline.section("outcomes", said(file.outcomes()), o -> company.code(), Outline::outcomes);
        outline.section("tablet", said(file.tablet()), t -> company.code(), Outline::tablet);
        return outline;
    }

    Map<String, Map<String, Flow>> sections() {
        return sections;
    }

    private <T> void section(
            String name, List<T> items, Function<T, String> key, Function<T, Flow> flow) {
        Map<String, Flow> section = new LinkedHashMap<>();
        items.forEach(item -> section.put(key.apply(item), flow.apply(item)));
        sections.put(name, section);
    }

    private static Flow company(Company company) {
        return new Flow()
                .put("code", company.code())
                .text("name", company.name())
                .put("currency", company.currency())
                .put("zone", company.zone())
                .list("languages", company.languages());
    }

    private static Flow unit(Unit unit, Company company) {
        return new Flow()
                .put("code", unit.code())
                .texts("name", unit.name())
                .put("level", unit.level().code())
                .put("under", unit.under().equals(company.code()) ? null : unit.under())
                .put("zone", unit.zone())
                .put("hours", unit.hours() == null ? null : hours(unit.hours()))
                .put("sample", unit.sample());
    }

    private static Flow hours(WorkingWeek week) {
        Flow flow = new Flow();
        week.runs().forEach((days, stretch) -> flow.put(days, '"' + stretch + '"'));
        return flow;
    }

    private Flow person(Member person) {
        return new Flow()
                .text("user", person.user())
                .text("name", person.name())
                .put("at", person.at())
                .list("roles", person.roles().stream().sorted().map(Role::code).toList())
                .money("rate", person.rateMinor(), currency);
    }

    private Flow authority(Authority authority) {
        Flow categories = new Flow();
        authority
                .categories()
                .forEach((code, upTo) -> categories.money(Flow.scalar(code), upTo, currency));
        return new Flow()
                .put("at", authority.at())
                .money("upTo", authority.upToMinor(), currency)
                .put("categories", categories.fields().isEmpty() ? null : categories);
    }

    /** Where nothing is said, there is no such section. */
    private static List<ApprovalRules> said(ApprovalRules approvals) {
        return approvals.equals(ApprovalRules.USUAL) ? List.of() : List.of(approvals);
    }

    private Flow approvals(ApprovalRules approvals) {
        return new Flow()
                .money("fourEyesAbove", approvals.fourEyesAboveMinor(), currency)
                .put("remindAfter", approvals.remindAfter())
                .put("escalateAfter", approvals.escalateAfter())
                .put("sample", approvals.sample())
                .money("secondFactorAbove", approvals.secondFactorAboveMinor(), currency);
    }

    private static List<LateEntryRules> said(LateEntryRules lateEntries) {
        return lateEntries.equals(LateEntryRules.USUAL) ? List.of() : List.of(lateEntries);
    }

    private static Flow lateEntries(LateEntryRules lateEntries) {
        Integer days = lateEntries.withinDays();
        return new Flow()
                .put("within", days == null ? null : java.time.Period.ofDays(days))
                .put("tellFrom", lateEntries.tellFrom());
    }

    private static Flow touchpoint(Touchpoint touchpoint) {
        return new Flow()
                .put("code", touchpoint.code())
                .texts("name", touchpoint.name())
                .put("potential", touchpoint.potential());
    }

    private static Flow incident(IncidentType incident) {
        return new Flow()
                .put("code", incident.code())
                .texts("name", incident.name())
                .list("sites", incident.sites());
    }

    private static List<OutcomeSettings> said(OutcomeSettings outcomes) {
        return outcomes.equals(OutcomeSettings.USUAL) ? List.of() : List.of(outcomes);
    }

    private static List<TabletRules> said(TabletRules tablet) {
        return tablet.equals(TabletRules.USUAL) ? List.of() : List.of(tablet);
    }

    private static Flow tablet(TabletRules tablet) {
        return new Flow().put("offlineFor", tablet.offlineFor());
    }

    private static Flow outcomes(OutcomeSettings outcomes) {
        Flow margins = new Flow();
        outcomes.margins()
                .forEach(
                        (category, share) ->
                                margins.put(Flow.scalar(category), OutcomeSection.share(share)));
        return new Flow()
                .put("days", outcomes.days())
                .put("margins", margins.fields().isEmpty() ? null : margins)
                .put(
                        "otherwise",
                        outcomes.otherwise() == null
                                ? null
                                : OutcomeSection.share(outcomes.otherwise()));
    }

    private static Flow clause(Clause clause) {
        return new Flow()
                .put("code", clause.code())
                .put("bendable", clause.bendable().code())
                .texts("text", clause.text());
    }

    private static String revision(Guardrail guardrail) {
        return guardrail.code() + " from " + guardrail.from();
    }

    private Flow kind(Kind kind) {
        Flow cost =
                new Flow()
                        .put("model", kind.cost().code())
                        .money("amount", kind.presetMinor(), currency)
                        .money("perKm", kind.perKmMinor(), currency)
                        .list(
                                "presets",
                                kind.presets().stream()
                                        .map(preset -> Money.of(preset, currency).amount())
                                        .toList());
        return new Flow()
                .put("code", kind.code())
                .texts("name", kind.name())
                .put("category", kind.category())
                .put("cost", cost)
                .list("bends", kind.bends())
                .list("sites", kind.sites())
                .put("customer", kind.customerRequired() ? "required" : null)
                .put("outreach", kind.outreach() ? true : null)
                .put("answers", kind.answers());
    }

    private Flow guardrail(Guardrail guardrail) {
        Flow flow =
                new Flow()
                        .put("code", guardrail.code())
                        .put("from", guardrail.from())
                        .put("until", guardrail.until())
                        .put("when", when(guardrail.when()))
                        .put("measure", measure(guardrail.measure()));
        switch (guardrail.measure().type()) {
            case COUNT -> flow.put("limit", guardrail.bound());
            case AMOUNT, SUM -> flow.money("limit", guardrail.bound(), currency);
            case FORBIDDEN -> flow.put("limit", null);
        }
        return flow.put("otherwise", guardrail.otherwise()).list("replaces", guardrail.replaces());
    }

    private static Flow when(Scope scope) {
        return new Flow()
                .put("kind", scope.kind())
                .put("category", scope.category())
                .put("role", scope.role())
                .put("unit", scope.unit())
                .put("tier", quotedCode(scope.tier()))
                .put("touchpoint", scope.touchpoint())
                .put("moment", quotedCode(scope.moment()))
                .put("outreach", scope.outreach());
    }

    private static String quotedCode(String code) {
        return code == null ? null : Flow.scalar(code);
    }

    private static Flow measure(Measure measure) {
        return new Flow()
                .put(word(measure.type()), word(measure.key()))
                .put("within", measure.within())
                .put("per", per(measure.per()));
    }

    private Flow budget(BudgetDefinition budget) {
        return new Flow()
                .put("code", budget.code())
                .put("of", budget.ofPerson() == null ? budget.ofUnit() : owner(budget.ofPerson()))
                .put("per", per(budget.per()))
                .put("from", budget.startsOn())
                .put("until", budget.endsOn())
                .money("amount", budget.amountMinor(), currency)
                .put("exhausted", budget.exhausted());
    }

    private static Flow owner(String user) {
        return new Flow().text("person", user);
    }

    private static String per(Period period) {
        return period == null ? null : period.code();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
