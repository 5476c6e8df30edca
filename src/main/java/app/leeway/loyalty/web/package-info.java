/** Outcomes and facts, for whoever keeps them. */
package app.leeway.loyalty.web;
