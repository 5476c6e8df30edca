/** The catalogue as JSON. */
package app.leeway.catalogue.rest;
