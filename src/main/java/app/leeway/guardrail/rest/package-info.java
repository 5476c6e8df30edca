/** Guardrails and clauses as JSON. */
package app.leeway.guardrail.rest;
