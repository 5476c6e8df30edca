package app.leeway.organization;

import app.leeway.shared.RefusedException;
import app.leeway.shared.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Somebody says how they like to be spoken to; it follows them to every tablet. */
@ApplicationScoped
public class ChoosingPreferences {

    @PersistenceContext EntityManager store;

    @Inject Event<PeopleChanged> changed;

    /** What the actor has chosen, or is given until they choose. */
    public Preferences chosen(Actor actor) {
        PersonRow row = store.find(PersonRow.class, actor.personId(), Map.of(Snapshot.FRESH, true));
        return new Preferences(
                row.language == null ? actor.language() : row.language, row.hand, row.appearance);
    }

    /**
     * @param choice null in a part leaves that part as it is
     * @throws RefusedException INVALID for a language, hand or appearance there is not
     */
    @Transactional
    public Preferences choose(Actor actor, Preferences choice) {
        PersonRow row = store.find(PersonRow.class, actor.personId());
        row.language = oneOf(Preferences.LANGUAGES, "language", choice.language(), row.language);
        row.hand = oneOf(Preferences.HANDS, "hand", choice.hand(), row.hand);
        row.appearance =
                oneOf(Preferences.APPEARANCES, "appearance", choice.appearance(), row.appearance);
        changed.fire(new PeopleChanged());
        return new Preferences(
                row.language == null ? actor.language() : row.language, row.hand, row.appearance);
    }

    private static String oneOf(
            List<String> known, String field, String chosen, String unlessChosen) {
        if (chosen == null) {
            return unlessChosen;
        }
        if (!known.contains(chosen)) {
            throw RefusedException.invalid(
                    field, "unknown-" + field, field + " is one of " + String.join(", ", known));
        }
        return chosen;
    }
}
