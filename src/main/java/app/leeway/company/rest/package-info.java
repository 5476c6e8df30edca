/** The company file over HTTP. */
package app.leeway.company.rest;
