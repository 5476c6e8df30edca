package app.leeway.budget.web;

import app.leeway.budget.BudgetLine;
import app.leeway.budget.LookingAtBudgets;
import app.leeway.organization.Actors;
import app.leeway.organization.OrgUnit;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.shared.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The budgets that somebody sees, as they stand now. */
@Named("budgets")
@RequestScoped
public class BudgetsView {

    @Inject Actors actors;

    @Inject LookingAtBudgets looking;

    @Inject Organizations organizations;

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
    public Texts owner(BudgetLine line) {
        return line.unit() == null
                ? Texts.same(
                        organizations
                                .current()
                                .person(line.user())
                                .map(Person::name)
                                .orElse(line.user()))
                : organizations
                        .current()
                        .unit(line.unit())
                        .map(OrgUnit::name)
                        .orElse(Texts.same(line.unit()));
    }
}
