/** The company file over HTTP: out, in, and what would change. */
package app.leeway.company.rest;
