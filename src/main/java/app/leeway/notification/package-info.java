/**
 * Notifications to people: {@link app.leeway.notification.Notifier} writes them in the transaction
 * of what they tell of, {@link app.leeway.notification.Notifications} shows them in the app, {@code
 * NotificationDispatcher} sends them by push and mail after the commit.
 */
package app.leeway.notification;
