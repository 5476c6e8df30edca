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
@Room(
        floor = 4,
        purpose = "exceptions: who may decide them, and what becomes of them",
        tables = {"approval", "approval_event", "approval_timer", "relation"},
        foreign = {
            @Room.ForeignTable(
                    table = "customer",
                    why = "cards name the customer in the same query"),
            @Room.ForeignTable(
                    table = "gesture",
                    why = "the row of the gesture is the lock of its exception"),
            @Room.ForeignTable(
                    table = "gesture_bend",
                    why = "cards name the clauses that were bent"),
            @Room.ForeignTable(table = "kind", why = "cards name the kind in the same query"),
            @Room.ForeignTable(table = "org_unit", why = "cards name the unit in the same query"),
            @Room.ForeignTable(table = "person", why = "cards name people in the same query")
        })
package app.leeway.approval;

import app.leeway.shared.Room;
