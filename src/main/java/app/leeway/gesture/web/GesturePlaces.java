package app.leeway.gesture.web;

import app.leeway.organization.Actor;
import app.leeway.organization.DeskPlace;
import app.leeway.organization.DeskPlaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Gestures at the desk. */
@ApplicationScoped
class GesturePlaces implements DeskPlaces {

    @Override
    public List<DeskPlace> places() {
        return List.of(
                new DeskPlace(
                        20,
                        "/gesture/gestures",
                        "pi-heart",
                        "place.gestures",
                        Actor::seesGestures,
                        "/gesture/gesture"));
    }
}
