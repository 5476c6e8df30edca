/** What the company file says of kinds, touchpoints and incidents. */
package app.leeway.catalogue.file;
