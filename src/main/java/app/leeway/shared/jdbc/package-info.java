/**
 * The way to the database: Jdbi over the container's transactions, the schema, long transactions.
 */
package app.leeway.shared.jdbc;
