/** Notifications at the desk, and how somebody wants to get them. */
package app.leeway.notification.web;
