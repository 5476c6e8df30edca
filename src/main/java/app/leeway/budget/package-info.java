/** Budgets, the ledger of every movement on them, and the guard that no budget is overdrawn. */
package app.leeway.budget;
