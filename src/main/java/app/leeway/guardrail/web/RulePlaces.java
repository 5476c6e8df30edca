package app.leeway.guardrail.web;

import app.leeway.organization.DeskPlace;
import app.leeway.organization.DeskPlaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Rules at the desk. */
@ApplicationScoped
class RulePlaces implements DeskPlaces {

    @Override
    public List<DeskPlace> places() {
        return List.of(
                new DeskPlace(40, "/guardrail/rules", "pi-book", "place.rules", actor -> true));
    }
}
