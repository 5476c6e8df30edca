package app.leeway.notification;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What could not be brought out of the app, for those who keep the installation. */
@ApplicationScoped
public class UndeliverableNotifications {

    private static final int MOST = 200;

    @Inject Access access;
    @Inject NotificationDeliveries sendings;

    /**
     * The latest first.
     *
     * @throws RefusedException NOT_ALLOWED for whoever is neither steward nor auditor
     */
    public List<NotificationDeliveries.Dead> dead(Actor actor) {
        access.require(actor, Role.STEWARD, Role.AUDITOR);
        return sendings.dead(MOST);
    }
}
