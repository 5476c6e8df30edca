/** The page by which a file of customers comes in. */
package app.leeway.customer.web;
