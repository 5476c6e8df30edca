/**
 * The demo company, and a year of it that nobody lived: made from a seed, with effects that are
 * known.
 */
package app.leeway.loyalty.demo;
