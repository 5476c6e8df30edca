package app.leeway.absence.web;

import app.leeway.organization.DeskPlace;
import app.leeway.organization.DeskPlaces;
import app.leeway.organization.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Absences at the desk. */
@ApplicationScoped
class AbsencePlaces implements DeskPlaces {

    @Override
    public List<DeskPlace> places() {
        return List.of(
                new DeskPlace(
                        80,
                        "/absence/absence",
                        "pi-calendar",
                        "place.absence",
                        actor -> actor.is(Role.MANAGER)));
    }
}
