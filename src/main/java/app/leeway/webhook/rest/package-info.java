/** Webhooks and the stream of events, over HTTP. */
package app.leeway.webhook.rest;
