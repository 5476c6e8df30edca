/** The record's soundness as JSON. */
package app.leeway.audit.rest;
