/** Gestures, from the proposal to settlement, release or reversal. */
package app.leeway.gesture;
