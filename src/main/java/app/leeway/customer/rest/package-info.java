/** Customers as JSON. */
package app.leeway.customer.rest;
