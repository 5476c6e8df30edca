/** What the company file says of budgets. */
package app.leeway.budget.file;
