package app.leeway.budget.web;

import app.leeway.budget.Budget;
import app.leeway.budget.BudgetLine;
import app.leeway.budget.Budgets;
import app.leeway.budget.LookingAtBudgets;
import app.leeway.organization.OrgUnit;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.LocalizedText;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** The budgets that somebody sees, as they stand now. */
@Named("budgets")
@RequestScoped
public class BudgetsView {

    @Inject Actors actors;

    @Inject LookingAtBudgets looking;

    @Inject Organizations organizations;

    @Inject Budgets plan;

    private List<BudgetLine> all;

    @PostConstruct
    void open() {
        all = looking.all(actors.actor());
    }

    /** Reads the figures anew, when something has changed. */
    public void refresh() {
        open();
    }

    public List<BudgetLine> getAll() {
        return all;
    }

    /** Whose money it is, by name. */
    public LocalizedText owner(BudgetLine line) {
        return name(line.code());
    }

    /** Whose money a budget is; the code itself for one that is no more. */
    public LocalizedText name(String code) {
        return plan.current().budget(code).flatMap(this::owner).orElse(LocalizedText.same(code));
    }

    /** By what period it begins anew. */
    public String per(String code) {
        return plan.current().budget(code).map(Budget::periodCode).orElse("");
    }

    private Optional<LocalizedText> owner(Budget budget) {
        Organization organization = organizations.current();
        return budget.ofPerson() == null
                ? organization.unit(budget.ofUnit()).map(OrgUnit::name)
                : organization
                        .person(budget.ofPerson())
                        .map(person -> LocalizedText.same(person.name()));
    }
}
