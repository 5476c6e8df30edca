/** Org units, the people in them, their roles, and who is acting now. */
package app.leeway.organization;
