/** The desk's page of webhooks. */
package app.leeway.webhook.web;
