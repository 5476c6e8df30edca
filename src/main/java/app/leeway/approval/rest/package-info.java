/** Exceptions over HTTP. */
package app.leeway.approval.rest;
