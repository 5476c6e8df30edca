/** Outcomes from Kafka; loaded only where the server brings Reactive Messaging. */
package app.leeway.loyalty.stream;
