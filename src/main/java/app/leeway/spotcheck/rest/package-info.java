/** Spot checks and questions about rules, over HTTP. */
package app.leeway.spotcheck.rest;
