package app.leeway.audit;

import app.leeway.organization.VisibleScope;

/**
 * A subject that a room keeps entries about, such as gestures. A room registers each of its
 * subjects as a bean of its own package; an entry about a subject that nobody registered is
 * refused.
 */
public interface AuditSubject {

    /** First part of the names of its entries: {@code gesture} of {@code gesture.logged}. */
    String prefix();

    /** Whether its entries are published as events, to webhooks and streams. */
    default boolean isPublished() {
        return false;
    }

    /**
     * Who hears of a published entry: those who see the place it is about.
     *
     * @param place code of a unit; null where the entry has none
     */
    default boolean isReadable(VisibleScope reach, String place) {
        return reach.everything() || place != null && reach.units().contains(place);
    }
}
