/**
 * Gestures, from the proposal to settlement, release or reversal.
 *
 * <ul>
 *   <li>What others ask for: {@link app.leeway.gesture.LoggingGestures}, {@code
 *       PreviewingGestures}, {@code SettlingGestures}, {@code ReleasingGestures}, {@code
 *       ReversingGestures}, {@code ExpiringHolds}, {@link app.leeway.gesture.LeewayQuery}, {@link
 *       app.leeway.gesture.Gestures}. Everything public besides is a value that goes in or comes
 *       out of these.
 *   <li>The way in: {@code GestureRequest -> RequestResolver (with Costing, RuleSnapshot) ->
 *       ResolvedRequest}.
 *   <li>The judgement, pure: {@code ResolvedRequest -> Assessment -> Decision -> Answer}; {@code
 *       CountingGestures} and the ledger bring its facts.
 *   <li>The write path: {@code Committer -> CommitBatch -> GestureStore}, ledger and record in one
 *       transaction.
 *   <li>Later moves of one gesture: {@code GestureTransitions}, {@code GivingBack}, with {@code
 *       GestureRecord} as what is kept.
 * </ul>
 */
@Room(
        floor = 3,
        purpose =
                "gestures: logging, previewing, settling, releasing, reversing, expiring; what one may do",
        tables = {"gesture", "gesture_bend", "late_entries_told", "tally"},
        foreign = {
            @Room.ForeignTable(
                    table = "audit_entry",
                    why = "gestures are compared with what the record says of them"),
            @Room.ForeignTable(
                    table = "budget",
                    why = "a gesture is shown with the names of the budgets it drew on"),
            @Room.ForeignTable(
                    table = "budget_entry",
                    why = "a gesture is shown, and compared, with its bookings"),
            @Room.ForeignTable(
                    table = "budget_period",
                    why = "a gesture is shown with the period that each entry is booked in"),
            @Room.ForeignTable(
                    table = "company",
                    why = "currency and revision in the statement that reads a gesture"),
            @Room.ForeignTable(
                    table = "idempotent_answer",
                    why = "a key that named another operation is no gesture's"),
            @Room.ForeignTable(
                    table = "customer",
                    why = "lists name the customer in the same query"),
            @Room.ForeignTable(table = "kind", why = "lists name the kind in the same query"),
            @Room.ForeignTable(table = "org_unit", why = "lists name the unit in the same query"),
            @Room.ForeignTable(table = "person", why = "lists name the person in the same query")
        })
package app.leeway.gesture;

import app.leeway.shared.Room;
