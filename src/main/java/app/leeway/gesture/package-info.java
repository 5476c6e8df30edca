/**
 * Gestures, from the proposal to settlement, release or reversal.
 *
 * <ul>
 *   <li>What others ask for: {@link app.leeway.gesture.LoggingGestures}, {@code
 *       PreviewingGestures}, {@code SettlingGestures}, {@code ReleasingGestures}, {@code
 *       ReversingGestures}, {@code ExpiringHolds}, {@link app.leeway.gesture.WhatIMayDo}, {@link
 *       app.leeway.gesture.Gestures}. Everything public besides is a value that goes in or comes
 *       out of these.
 *   <li>The way in: {@code GestureRequest -> Drafting (with Costing, Premises) -> Draft}.
 *   <li>The judgement, pure: {@code Draft -> Judging -> Decision -> Answer}; {@code
 *       CountingGestures} and the ledger bring its facts.
 *   <li>The write path: {@code Committer -> Batch -> GestureStore}, ledger and record in one
 *       transaction.
 *   <li>Later moves of one gesture: {@code Moving}, {@code GivingBack}, with {@code Recorded} as
 *       what is kept.
 * </ul>
 */
package app.leeway.gesture;
