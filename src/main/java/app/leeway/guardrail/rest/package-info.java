/** The company's policy and its guardrails as JSON. */
package app.leeway.guardrail.rest;
