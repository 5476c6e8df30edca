/**
 * Events for machines, read from the record after a cursor: webhooks, which are called, and
 * streams, which a machine holds open.
 *
 * <ul>
 *   <li>{@link app.leeway.webhook.KeepingWebhooks}, {@link app.leeway.webhook.Webhooks}: where
 *       stewards say who is called
 *   <li>{@code WebhookFanOut -> WebhookDispatcher}: from the record to deliveries, from deliveries
 *       to calls
 *   <li>{@link app.leeway.webhook.EventStreams}: those who listen
 * </ul>
 */
@Room(
        floor = 2,
        purpose = "events for machines, read from the record: webhooks and streams",
        tables = {"webhook", "webhook_delivery"},
        foreign = {
            @Room.ForeignTable(
                    table = "audit_entry",
                    why = "events are read from the record, entry by entry after a cursor"),
            @Room.ForeignTable(
                    table = "audit_head",
                    why = "a new webhook begins at the end of the record")
        })
package app.leeway.webhook;

import app.leeway.shared.Room;
