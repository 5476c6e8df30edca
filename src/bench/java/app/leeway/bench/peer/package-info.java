/** An archive of its own, deployed beside Leeway while it is measured. */
package app.leeway.bench.peer;
