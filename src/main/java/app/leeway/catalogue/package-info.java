/** Kinds of gesture, touchpoints and incident types a company has put in its catalogue. */
package app.leeway.catalogue;
