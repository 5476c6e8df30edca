/** Outcomes, episodes and facts as JSON. */
package app.leeway.loyalty.rest;
