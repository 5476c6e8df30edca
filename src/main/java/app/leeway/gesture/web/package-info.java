/**
 * Gestures on the desk: lists with filters in the address, one with its reasons and its money, news
 * as it comes.
 */
package app.leeway.gesture.web;
