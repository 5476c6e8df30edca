package app.leeway.organization.rest;

import app.leeway.http.Form;
import app.leeway.organization.Actor;
import app.leeway.organization.ChoosingPreferences;
import app.leeway.organization.Preferences;
import app.leeway.organization.Profile;
import app.leeway.organization.Profiles;
import app.leeway.organization.identity.Actors;
import app.leeway.organization.identity.TabletKeys;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;

/** Who I am to Leeway, and how I like to be spoken to. */
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
public class MeResource {

    @Inject Actors actors;
    @Inject Profiles profiles;
    @Inject ChoosingPreferences choosing;
    @Inject TabletKeys formerKeys;

    /** What sealed a person's entries on a shared tablet in former versions. */
    public record TabletKey(@JsonbNillable String key, String person) {}

    @GET
    public Profile get() {
        return profiles.of(actors.actor());
    }

    @PUT
    public Profile choose(Form form) {
        Preferences choice =
                new Preferences(
                        form.optional("language").oneOf("sv", "en"),
                        form.optional("hand").oneOf("left", "right"),
                        form.optional("appearance").oneOf("auto", "light", "dark"));
        form.complete();
        Actor actor = actors.actor();
        choosing.choose(actor, choice);
        return profiles.of(actor);
    }

    @GET
    @Path("tablet-key")
    public TabletKey tabletKey() {
        Actor actor = actors.actor();
        String key = formerKeys.key(actor).map(Base64.getEncoder()::encodeToString).orElse(null);
        return new TabletKey(key, actor.user());
    }
}
