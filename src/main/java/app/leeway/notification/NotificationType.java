package app.leeway.notification;

import java.util.Map;

/**
 * A type of notification: what it is called, what its texts may name, and where it leads.
 *
 * <p>A feature declares its types as constants of an enum in its own package and registers them
 * with a {@link NotificationSource}. The texts are messages in both languages: {@code tell.<code>}
 * for the app, {@code tell.brief.<code>} for what others may see, and either with {@code .urgent}
 * after it where it reads differently while a customer waits.
 */
public interface NotificationType {

    /** As it is stored: {@code approval.asked}. */
    String code();

    /**
     * The page of the desk that it leads to, below the address of the installation.
     *
     * @param subject id of what the notification is about
     */
    String link(String subject);

    /** Names of the facts it is sent with, each with its meaning; texts say them in braces. */
    Map<String, Placeholder> placeholders();

    /** What a mail holds in full, to be kept where it arrives; nothing for most types. */
    default String enclosure(Map<String, String> facts) {
        return "";
    }

    /** What a fact is kept as, and what the text says in its place. */
    enum Placeholder {
        /** Id of a person, said as their name. */
        PERSON,
        /** Minor units of the company's currency. */
        AMOUNT,
        /** Code of a kind of gesture, said as its name. */
        KIND,
        /** Code of a unit, said as its name. */
        PLACE,
        /** An instant, said as the time of day where the reader works. */
        TIME,
        /** Said as it is. */
        TEXT
    }
}
