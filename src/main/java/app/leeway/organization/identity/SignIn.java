package app.leeway.organization.identity;

import java.time.Instant;

/**
 * A sign-in at the identity provider, as the token that came of it says.
 *
 * @param sub of the person or machine
 * @param session its id at the identity provider; null for machines, which have none
 * @param issuedAt of the token, by the identity provider's clock and in whole seconds
 */
public record SignIn(String sub, String session, Instant issuedAt) {}
