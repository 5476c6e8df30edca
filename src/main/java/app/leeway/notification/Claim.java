package app.leeway.notification;

import java.util.UUID;

/**
 * A notification that is to leave the app now; taken by one server until its lease is over.
 *
 * @param attempt which one this is, from 1
 * @param language of the person, sv or en
 * @param mailTo null when it goes by push, or the person wants no mail any more
 * @param device null when it goes by mail
 */
record Claim(
        long id,
        int attempt,
        StoredNotification notification,
        String language,
        String mailTo,
        UUID device) {}
