/**
 * Budgets on the desk: what is spent, held and left, the entries behind it, and whether they and
 * the record add up.
 */
package app.leeway.budget.web;
