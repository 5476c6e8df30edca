/** The company file: how a company comes in, goes out, and what an import would change. */
package app.leeway.company;
