package app.leeway.notification.web;

import app.leeway.organization.DeskCount;
import app.leeway.organization.DeskPlace;
import app.leeway.organization.DeskPlaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What somebody was told, at the desk: on top of every page, not in the navigation. */
@ApplicationScoped
class NotificationPlaces implements DeskPlaces {

    @Inject NotificationsView told;

    @Override
    public List<DeskPlace> places() {
        return List.of();
    }

    @Override
    public List<DeskCount> counts() {
        return List.of(
                new DeskCount(
                        20,
                        "/notification/notifications",
                        "pi-bell",
                        "frame.told",
                        actor -> true,
                        () -> told.getCount()));
    }
}
