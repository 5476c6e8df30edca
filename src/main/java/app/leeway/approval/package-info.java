/**
 * Exceptions: who may decide them, and what becomes of them.
 *
 * <ul>
 *   <li>An exception has the id of its gesture, and is changed only under the lock of that
 *       gesture's row: {@code Approvals.take}. Its money is moved by {@code gesture}, never here.
 *   <li>{@code Approval} is the life of one: states, guards, what each verb does to it.
 *   <li>{@code Routing} says who may decide it, from the organization and the circumstances (who is
 *       away, who has a relation): computed when it is asked, stored nowhere. Pure.
 *   <li>What others ask for: {@code ApprovingExceptions}, {@code DecliningExceptions}, {@code
 *       WithdrawingExceptions} ..., all by way of {@code Deciding}; {@link
 *       app.leeway.approval.LookingAtApprovals}.
 *   <li>News from below: {@code OpeningApprovals} writes what waits in the transaction of its
 *       gesture, {@code ClosingApprovals} follows a gesture that ended by another door.
 * </ul>
 */
package app.leeway.approval;
