/**
 * Notifications to people: {@link app.leeway.notification.Notifier} writes them in the transaction
 * of what they tell of, {@link app.leeway.notification.Notifications} shows them in the app, {@code
 * NotificationDispatcher} sends them by push and mail after the commit.
 */
@Room(
        floor = 2,
        purpose =
                "notifications to people, written in the transaction of what they tell of; app, push, mail, daily summary",
        tables = {"installation_key", "push_subscription", "sending", "telling_choice", "word"},
        foreign = {
            @Room.ForeignTable(
                    table = "company",
                    why = "the language of those who have chosen none"),
            @Room.ForeignTable(
                    table = "person",
                    why = "address, language and zone of whoever is told"),
            @Room.ForeignTable(table = "person_role", why = "signed heads go to auditors")
        })
package app.leeway.notification;

import app.leeway.shared.Room;
