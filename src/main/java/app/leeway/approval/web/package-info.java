/** The start page, and the pages on which exceptions are decided. */
package app.leeway.approval.web;
