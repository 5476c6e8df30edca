/** What one was told, how one wants to be told, and what machines are told, as JSON. */
package app.leeway.outbox.rest;
