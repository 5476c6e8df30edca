/** Review: what leaders read of payoff, on pages and on paper. */
package app.leeway.payoff.web;
