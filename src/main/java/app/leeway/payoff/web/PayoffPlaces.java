package app.leeway.payoff.web;

import app.leeway.organization.DeskPlace;
import app.leeway.organization.DeskPlaces;
import app.leeway.organization.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What gestures were worth, at the desk. */
@ApplicationScoped
class PayoffPlaces implements DeskPlaces {

    @Override
    public List<DeskPlace> places() {
        return List.of(
                new DeskPlace(
                        70,
                        "/payoff/review",
                        "pi-chart-line",
                        "place.review",
                        actor -> actor.isAnyOf(Role.LEADER, Role.STEWARD, Role.AUDITOR),
                        "/payoff/no",
                        "/payoff/money",
                        "/payoff/finding",
                        "/payoff/facts"));
    }
}
