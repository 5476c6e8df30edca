/** A year of the demo company that nobody lived: made from a seed, with effects that are known. */
package app.leeway.loyalty.demo;
