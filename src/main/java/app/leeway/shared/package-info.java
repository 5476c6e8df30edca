/** Values that every feature speaks in, and the few things all of them stand on. */
package app.leeway.shared;
