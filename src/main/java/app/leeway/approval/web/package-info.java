/**
 * The start page, the pages on which exceptions are decided, and those of absences and of looking
 * back.
 */
package app.leeway.approval.web;
