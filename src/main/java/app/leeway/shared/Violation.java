package app.leeway.shared;

/**
 * One thing that is wrong with a request.
 *
 * @param field where, as the caller wrote it: {@code cost.amount}; empty for the whole
 * @param code what, stable: {@code unknown-kind}
 * @param message what, in plain English
 */
public record Violation(String field, String code, String message) {}
