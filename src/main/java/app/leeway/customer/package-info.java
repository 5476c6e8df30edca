/** Customers, and how the floor finds one by anything they can say. */
package app.leeway.customer;
