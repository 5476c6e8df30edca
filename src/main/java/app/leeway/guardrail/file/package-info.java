/** What the company file says of clauses and guardrails. */
package app.leeway.guardrail.file;
