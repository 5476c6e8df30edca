/** Clauses, dated guardrails, and the pure judgement of a proposal by them. */
@Room(
        floor = 2,
        purpose = "clauses, guardrails and their revisions; proposal in, verdict out: pure",
        tables = {"clause", "guardrail", "guardrail_replaces"})
package app.leeway.guardrail;

import app.leeway.shared.Room;
