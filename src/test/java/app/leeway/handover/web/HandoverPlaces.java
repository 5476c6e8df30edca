package app.leeway.handover.web;

import app.leeway.organization.DeskPlace;
import app.leeway.organization.DeskPlaces;
import app.leeway.organization.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Handover notes at the desk. */
@ApplicationScoped
public class HandoverPlaces implements DeskPlaces {

    @Override
    public List<DeskPlace> places() {
        return List.of(
                new DeskPlace(
                        85,
                        "/handover/notes",
                        "pi-comment",
                        "place.handover",
                        actor -> actor.isAnyOf(Role.STAFF, Role.MANAGER)));
    }
}
