package app.leeway.notification;

import java.util.Set;

/**
 * People have got notifications, or have read some. Fired in the transaction; observe after it.
 *
 * @param personIds whose
 */
public record NotificationsSent(Set<Long> personIds) {}
