package app.leeway.loyalty.rest;

import app.leeway.loyalty.BringingFiles;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.organization.identity.Actors;
import app.leeway.organization.identity.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.UUID;

/** Who may bring outcomes: machines, which are nobody among the people, and stewards. */
@RequestScoped
class OutcomeUpload {

    @Inject SignedIn signedIn;
    @Inject Actors actors;
    @Inject Access access;
    @Inject BringingFiles bringing;

    /**
     * Begins to take in a file.
     *
     * @return by which it is known; only stewards bring files, who have a name to it
     */
    UUID files(InputStream csv) {
        return bringing.upload(actors.actor(), "API", csv);
    }

    /**
     * @return key of the person; null for a machine
     * @throws app.leeway.shared.RefusedException NOT_ALLOWED for everybody else
     */
    Long by() {
        if (signedIn.roles().contains(Role.SYSTEM)) {
            return null;
        }
        Actor actor = actors.actor();
        access.require(actor, Role.SYSTEM, Role.STEWARD);
        return actor.personId();
    }
}
