package app.leeway.support;

/**
 * The realm people sign in to.
 *
 * @param issuer its address, as it stands in the tokens
 * @param clientSecret the secret of its client {@code leeway}
 */
record Realm(String issuer, String clientSecret) {}
