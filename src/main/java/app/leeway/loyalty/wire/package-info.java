/**
 * How others write down what customers did: JSON, CloudEvents, CSV, and what loyalty products send.
 */
package app.leeway.loyalty.wire;
