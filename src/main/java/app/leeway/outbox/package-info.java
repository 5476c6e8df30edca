/**
 * What must be told, to people and to machines.
 *
 * <ul>
 *   <li>To people: {@link app.leeway.outbox.Telling} writes words in the transaction of what they
 *       tell of; {@link app.leeway.outbox.Words} is what they see in the app; {@code Delivering}
 *       brings them out of it by push and mail, after the commit.
 *   <li>To machines: {@code machines} reads the record of changes after a cursor.
 *   <li>{@code wire} is the one way out to addresses that somebody typed.
 * </ul>
 */
package app.leeway.outbox;
