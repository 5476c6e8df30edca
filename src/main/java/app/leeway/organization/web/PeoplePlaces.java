package app.leeway.organization.web;

import app.leeway.organization.DeskPlace;
import app.leeway.organization.DeskPlaces;
import app.leeway.organization.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** People at the desk. */
@ApplicationScoped
class PeoplePlaces implements DeskPlaces {

    @Override
    public List<DeskPlace> places() {
        return List.of(
                new DeskPlace(
                        50,
                        "/organization/people",
                        "pi-users",
                        "place.people",
                        actor ->
                                actor.isAnyOf(
                                        Role.MANAGER, Role.LEADER, Role.STEWARD, Role.AUDITOR),
                        "/organization/me"));
    }
}
