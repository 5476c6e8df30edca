package app.leeway.organization.identity;

import app.leeway.organization.Actor;
import app.leeway.shared.JsonParts;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Something besides the password that the identity provider asks for at a sign-in, such as a code
 * of the person's telephone. A token says by its {@code acr} that it was shown.
 */
@ApplicationScoped
public class SecondFactor {

    @Inject
    @ConfigProperty(name = "leeway.second.factor.acr", defaultValue = "second-factor")
    String acr;

    /** What the identity provider calls such a sign-in. */
    public String acr() {
        return acr;
    }

    /**
     * @throws RefusedException STEP_UP_NEEDED when the actor has signed in without
     */
    public void require(Actor actor) {
        if (!actor.secondFactor()) {
            throw new RefusedException(
                            Refusal.STEP_UP_NEEDED,
                            "This needs a sign-in with a second factor: acr " + acr + ".")
                    .with(JsonParts.object().add("acr", acr).build());
        }
    }
}
