/** Gestures as JSON: logged, looked at, settled, released, reversed. */
package app.leeway.gesture.rest;
