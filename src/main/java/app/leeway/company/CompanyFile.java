package app.leeway.company;

import app.leeway.budget.BudgetDefinition;
import app.leeway.catalogue.IncidentType;
import app.leeway.catalogue.Kind;
import app.leeway.catalogue.Touchpoint;
import app.leeway.guardrail.Clause;
import app.leeway.guardrail.Guardrail;
import app.leeway.loyalty.OutcomeSettings;
import app.leeway.organization.OrganizationDefinition;
import app.leeway.organization.TabletRules;
import java.util.List;

/** A company file that holds together: every code in it leads somewhere, every figure is one. */
record CompanyFile(
        OrganizationDefinition organization,
        List<Touchpoint> touchpoints,
        List<IncidentType> incidents,
        List<Clause> clauses,
        List<Kind> kinds,
        List<Guardrail> guardrails,
        List<BudgetDefinition> budgets,
        OutcomeSettings outcomes,
        TabletRules tablet) {

    String currency() {
        return organization.company().currency();
    }
}
