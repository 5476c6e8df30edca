/** Payoff as JSON. */
package app.leeway.payoff.rest;
