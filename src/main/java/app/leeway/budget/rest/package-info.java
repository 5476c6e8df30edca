/** Budgets and their ledgers as JSON. */
package app.leeway.budget.rest;
