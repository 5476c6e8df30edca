/** The company file and the guardrails over HTTP: out, in, and what would change. */
package app.leeway.company.rest;
