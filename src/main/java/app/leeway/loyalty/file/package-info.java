/** What the company file says of outcomes and their worth. */
package app.leeway.loyalty.file;
