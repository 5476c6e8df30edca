package app.leeway.budget.web;

import app.leeway.organization.DeskPlace;
import app.leeway.organization.DeskPlaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Budgets at the desk. */
@ApplicationScoped
class BudgetPlaces implements DeskPlaces {

    @Override
    public List<DeskPlace> places() {
        return List.of(
                new DeskPlace(
                        30,
                        "/budget/budgets",
                        "pi-wallet",
                        "place.budgets",
                        actor -> true,
                        "/budget/budget"));
    }
}
