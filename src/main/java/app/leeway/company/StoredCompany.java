package app.leeway.company;

import app.leeway.budget.Budget;
import app.leeway.budget.BudgetDefinition;
import app.leeway.budget.Budgets;
import app.leeway.catalogue.Catalogue;
import app.leeway.catalogue.Catalogues;
import app.leeway.company.References.To;
import app.leeway.guardrail.Guardrails;
import app.leeway.guardrail.Rules;
import app.leeway.loyalty.KeepingOutcomeSettings;
import app.leeway.organization.CompanyRevision;
import app.leeway.organization.KeepingTabletRules;
import app.leeway.organization.OrgUnit;
import app.leeway.organization.Organization;
import app.leeway.organization.OrganizationDefinition;
import app.leeway.organization.OrganizationDefinition.Member;
import app.leeway.organization.OrganizationDefinition.Unit;
import app.leeway.organization.Organizations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The company as it is now, in the form of its file. */
@ApplicationScoped
class StoredCompany {

    @Inject CompanyRevision revision;
    @Inject Organizations organizations;
    @Inject Catalogues catalogues;
    @Inject Rules rules;
    @Inject Budgets budgets;
    @Inject KeepingOutcomeSettings outcomes;
    @Inject KeepingTabletRules tablet;

    /** Empty while there is none. */
    Optional<CompanyFile> current() {
        long now = revision.current();
        if (now == 0) {
            return Optional.empty();
        }
        Organization organization = organizations.asOf(now);
        Catalogue catalogue = catalogues.asOf(now);
        Guardrails guardrails = rules.asOf(now);
        return Optional.of(
                new CompanyFile(
                        definition(organization),
                        catalogue.touchpoints(),
                        catalogue.incidents(),
                        guardrails.clauses(),
                        catalogue.kinds(),
                        guardrails.revisions(),
                        budgets.asOf(now).budgets().stream()
                                .map(budget -> definition(budget, organization))
                                .toList(),
                        outcomes.current(),
                        tablet.current()));
    }

    /** What is retired, and may stand in rules of the past. */
    Map<To, List<String>> former() {
        long now = revision.current();
        if (now == 0) {
            return Map.of();
        }
        Catalogue catalogue = catalogues.asOf(now);
        return Map.of(
                To.UNIT, organizations.asOf(now).formerUnits().stream().map(OrgUnit::code).toList(),
                To.KIND, catalogue.formerKinds().stream().map(k -> k.code()).toList(),
                To.CATEGORY, catalogue.formerKinds().stream().map(k -> k.category()).toList(),
                To.TOUCHPOINT, catalogue.formerTouchpoints().stream().map(t -> t.code()).toList());
    }

    private static OrganizationDefinition definition(Organization organization) {
        List<Unit> units =
                organization.units().stream()
                        .filter(unit -> unit.under() != null)
                        .map(unit -> definition(unit, organization))
                        .toList();
        List<Member> people =
                organization.people().stream()
                        .map(p -> new Member(p.user(), p.name(), p.at(), p.roles(), p.rateMinor()))
                        .toList();
        return new OrganizationDefinition(
                organization.company(),
                units,
                people,
                organization.authorities(),
                organization.approvals(),
                organization.lateEntries());
    }

    private static Unit definition(OrgUnit unit, Organization organization) {
        ZoneId own = unit.zone().equals(organization.zoneOf(unit.under())) ? null : unit.zone();
        return new Unit(
                unit.code(),
                unit.name(),
                unit.level(),
                unit.under(),
                own,
                unit.hours(),
                unit.sample());
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
}
