/** The append-only, hash-chained record of every change that matters. */
package app.leeway.audit;
