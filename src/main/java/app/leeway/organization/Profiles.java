package app.leeway.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Who somebody is, where, and how they like to be spoken to, in one look. */
@ApplicationScoped
public class Profiles {

    @Inject Organizations organizations;
    @Inject ChoosingPreferences preferences;

    public Profile of(Actor actor) {
        Preferences chosen = preferences.chosen(actor);
        Optional<OrgUnit> site = organizations.current().siteOf(actor.at());
        return new Profile(
                actor.user(),
                actor.name(),
                chosen.language(),
                chosen.hand(),
                chosen.appearance(),
                actor.roles().stream().map(Role::code).toList(),
                actor.at(),
                site.map(OrgUnit::code).orElse(null),
                site.map(OrgUnit::name).orElse(null));
    }
}
