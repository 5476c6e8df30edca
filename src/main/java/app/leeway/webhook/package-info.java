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
package app.leeway.webhook;
