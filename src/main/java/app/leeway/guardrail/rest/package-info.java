/** The company's policy as JSON. */
package app.leeway.guardrail.rest;
