/**
 * Measures Leeway against peers in the same run on the same machine: {@code mvn -Pbench verify}.
 */
package app.leeway.bench;
