/** Words on the desk: what one was told, and how one wants to be told. */
package app.leeway.outbox.web;
