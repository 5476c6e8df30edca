/** Spot checks and questions about rules, at the desk. */
package app.leeway.spotcheck.web;
