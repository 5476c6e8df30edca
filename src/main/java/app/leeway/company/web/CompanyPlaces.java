package app.leeway.company.web;

import app.leeway.organization.DeskPlace;
import app.leeway.organization.DeskPlaces;
import app.leeway.organization.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The company file at the desk. */
@ApplicationScoped
class CompanyPlaces implements DeskPlaces {

    @Override
    public List<DeskPlace> places() {
        return List.of(
                new DeskPlace(
                        90,
                        "/company/file",
                        "pi-file",
                        "place.company",
                        actor -> actor.isAnyOf(Role.STEWARD, Role.AUDITOR)));
    }
}
