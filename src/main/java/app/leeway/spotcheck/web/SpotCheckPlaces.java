package app.leeway.spotcheck.web;

import app.leeway.organization.Actor;
import app.leeway.organization.DeskPlace;
import app.leeway.organization.DeskPlaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Spot checks at the desk. */
@ApplicationScoped
class SpotCheckPlaces implements DeskPlaces {

    @Override
    public List<DeskPlace> places() {
        return List.of(
                new DeskPlace(
                        60,
                        "/spotcheck/spot-checks",
                        "pi-history",
                        "place.reviews",
                        Actor::seesGestures));
    }
}
