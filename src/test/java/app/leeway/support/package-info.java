/**
 * Starts PostgreSQL, Keycloak and Open Liberty on one machine, for trying Leeway and for testing
 * it.
 */
package app.leeway.support;
