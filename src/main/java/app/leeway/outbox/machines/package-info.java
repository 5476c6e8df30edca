/**
 * What machines are told, read from the record after a cursor: by webhooks, which are called, and
 * by a stream, which they hold open.
 *
 * <ul>
 *   <li>{@link app.leeway.outbox.machines.KeepingWebhooks}, {@link
 *       app.leeway.outbox.machines.Webhooks}: where stewards say who is called
 *   <li>{@code FanningOut -> Calling}: from the record to deliveries, from deliveries to calls
 *   <li>{@link app.leeway.outbox.machines.Streams}: those who listen
 * </ul>
 */
package app.leeway.outbox.machines;
