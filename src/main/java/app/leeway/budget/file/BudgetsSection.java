package app.leeway.budget.file;

import app.leeway.budget.Budget;
import app.leeway.budget.BudgetDefinition;
import app.leeway.budget.Budgets;
import app.leeway.budget.ReplacingBudgets;
import app.leeway.companyfile.CodeType;
import app.leeway.companyfile.CompanyFile;
import app.leeway.companyfile.CompanyFileInput;
import app.leeway.companyfile.CompanySection;
import app.leeway.companyfile.FlowMapping;
import app.leeway.companyfile.SectionKey;
import app.leeway.companyfile.YamlMapping;
import app.leeway.companyfile.YamlScalar;
import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.file.GuardrailsSection;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.ReplacingOrganization;
import app.leeway.organization.file.PeopleSection;
import app.leeway.organization.file.UnitsSection;
import app.leeway.shared.Period;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code budgets}: how much a unit or a person has to give, and over which time. */
@ApplicationScoped
public class BudgetsSection implements CompanySection<List<BudgetDefinition>> {

    public static final SectionKey<List<BudgetDefinition>> KEY = SectionKey.list("budgets", 1200);

    private static final CodeType BUDGET = new CodeType("budget");
    private static final Map<String, Period> PERIODS = YamlMapping.byWord(Period.values());
    private static final Set<String> KEYS =
            Set.of("code", "of", "per", "from", "until", "amount", "currency", "exhausted");

    @Inject Budgets budgets;
    @Inject Organizations organizations;
    @Inject ReplacingOrganization people;
    @Inject ReplacingBudgets replacing;

    @Override
    public SectionKey<List<BudgetDefinition>> key() {
        return KEY;
    }

    @Override
    public List<BudgetDefinition> read(CompanyFileInput file) {
        List<BudgetDefinition> budgets = new ArrayList<>();
        for (YamlMapping entry : file.whole().mappings(KEY.name(), KEYS)) {
            YamlScalar code = entry.code("code");
            file.references().declare(BUDGET, code);
            boolean ofPerson = entry.hasMapping("of");
            YamlScalar owner = ofPerson ? person(entry, file) : unit(entry, file);
            Period per = entry.has("per") ? entry.oneOf("per", PERIODS) : null;
            LocalDate from = entry.optionalDate("from");
            LocalDate until = entry.optionalDate("until");
            checkPeriod(entry, from, until);
            checkCurrency(entry, file.currency());
            Long amount = entry.money("amount", file.currency());
            Outcome exhausted = entry.oneOf("exhausted", GuardrailsSection.OUTCOMES);
            if (code != null && owner != null && amount != null) {
                budgets.add(
                        new BudgetDefinition(
                                code.text(),
                                ofPerson ? null : owner.text(),
                                ofPerson ? owner.text() : null,
                                per,
                                from,
                                until,
                                amount,
                                exhausted));
            }
        }
        return budgets;
    }

    private static YamlScalar unit(YamlMapping entry, CompanyFileInput file) {
        YamlScalar unit = entry.code("of");
        file.references().use(UnitsSection.UNIT, unit);
        return unit;
    }

    private static YamlScalar person(YamlMapping entry, CompanyFileInput file) {
        YamlScalar user = entry.mapping("of", Set.of("person")).user("person");
        file.references().use(PeopleSection.PERSON, user);
        return user;
    }

    private static void checkPeriod(YamlMapping entry, LocalDate from, LocalDate until) {
        boolean span = entry.has("from") && entry.has("until");
        boolean anyOfSpan = entry.has("from") || entry.has("until");
        if (entry.has("per") ? anyOfSpan : !span) {
            entry.wrongAsAWhole("not-a-period.budget");
        } else if (from != null && until != null && !until.isAfter(from)) {
            entry.wrong("until", "not-after.budget");
        }
    }

    private static void checkCurrency(YamlMapping entry, String currency) {
        YamlScalar said = entry.optionalScalar("currency");
        if (said != null && !said.text().equals(currency)) {
            entry.wrong("currency", "second-currency", currency, said.text());
        }
    }

    @Override
    public Map<String, FlowMapping> write(List<BudgetDefinition> budgets, CompanyFile file) {
        return FlowMapping.entries(
                budgets, BudgetDefinition::code, budget -> mapping(budget, file.currency()));
    }

    private static FlowMapping mapping(BudgetDefinition budget, String currency) {
        FlowMapping mapping = new FlowMapping().put("code", budget.code());
        if (budget.ofPerson() == null) {
            mapping.put("of", budget.ofUnit());
        } else {
            mapping.put("of", new FlowMapping().text("person", budget.ofPerson()));
        }
        return mapping.put("per", budget.per() == null ? null : budget.per().code())
                .put("from", budget.startsOn())
                .put("until", budget.endsOn())
                .money("amount", budget.amountMinor(), currency)
                .put("exhausted", budget.exhausted());
    }

    @Override
    public List<BudgetDefinition> stored(long revision) {
        Organization organization = organizations.asOf(revision);
        return budgets.asOf(revision).budgets().stream()
                .map(budget -> definition(budget, organization))
                .toList();
    }

    private static BudgetDefinition definition(Budget budget, Organization organization) {
        String user =
                budget.ofPerson() == null
                        ? null
                        : organization.person(budget.ofPerson()).orElseThrow().user();
        return new BudgetDefinition(
                budget.code(),
                budget.ofUnit(),
                user,
                budget.per(),
                budget.startsOn(),
                budget.endsOn(),
                budget.amountMinor(),
                budget.exhausted());
    }

    @Override
    public void replace(List<BudgetDefinition> definitions, CompanyFile file) {
        replacing.replace(definitions, people.peopleIds()::get);
    }
}
