/** Notifications over HTTP, and how somebody wants to get them. */
package app.leeway.notification.rest;
