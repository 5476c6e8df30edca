package app.leeway.approval.web;

import app.leeway.organization.Actor;
import app.leeway.organization.DeskCount;
import app.leeway.organization.DeskPlace;
import app.leeway.organization.DeskPlaces;
import app.leeway.organization.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Exceptions at the desk. */
@ApplicationScoped
class ApprovalPlaces implements DeskPlaces {

    @Inject WaitingView waiting;

    @Override
    public List<DeskPlace> places() {
        return List.of(
                new DeskPlace(
                        10,
                        "/approval/inbox",
                        "pi-inbox",
                        "place.inbox",
                        Actor::seesGestures,
                        "/approval/approval"));
    }

    @Override
    public List<DeskCount> counts() {
        return List.of(
                new DeskCount(
                        10,
                        "/approval/inbox",
                        "pi-hourglass",
                        "frame.waiting",
                        actor -> actor.is(Role.MANAGER),
                        () -> waiting.getCount()));
    }
}
