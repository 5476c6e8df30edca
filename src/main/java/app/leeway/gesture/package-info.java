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
package app.leeway.gesture;
