/**
 * The one way out to addresses that somebody typed: to public addresses only, without redirects,
 * bounded in time and size.
 */
package app.leeway.outgoing;
