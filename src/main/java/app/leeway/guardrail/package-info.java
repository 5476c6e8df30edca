/** Clauses, dated guardrails, and the pure judgement of a proposal by them. */
package app.leeway.guardrail;
