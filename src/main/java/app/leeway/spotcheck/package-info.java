/**
 * Gestures that a manager looks at afterwards: every one that was flagged, and a share of the
 * others drawn at random; and the questions about rules that come of it. To learn from: nothing
 * here can be held against anyone.
 */
package app.leeway.spotcheck;
