package app.leeway.organization.identity;

import app.leeway.organization.Role;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import com.ibm.websphere.security.openidconnect.PropagationHelper;
import com.ibm.websphere.security.openidconnect.token.IdToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who the identity provider says is calling.
 *
 * <p>A machine, or the command line, brings a bearer token: the server makes the token itself the
 * caller's principal. A page, and what its scripts call, rides on a session that began with a
 * sign-in: the principal is only the subject's name, and everything else stands in the identity
 * token that the server keeps with the session. The server has checked the signature, the issuer,
 * the audience and the times of either before anything here runs ({@code identity.xml}).
 */
@RequestScoped
public class SignedIn {
    private static final String USER_NAME = "preferred_username";
    private static final String SESSION = "sid";
    private static final String LEVEL = "acr";

    @Inject SecurityContext security;
    @Inject SecondFactor secondFactor;

    /**
     * The provider's own, lasting name for them.
     *
     * @throws RefusedException NOT_A_PERSON_HERE when nobody is signed in
     */
    public String sub() {
        Principal caller = security.getCallerPrincipal();
        if (caller == null) {
            throw new RefusedException(Refusal.NOT_A_PERSON_HERE, "Nobody is signed in.");
        }
        return caller instanceof JsonWebToken token ? token.getSubject() : caller.getName();
    }

    /** Their name in the realm, which may change hands. */
    public String userName() {
        if (security.getCallerPrincipal() instanceof JsonWebToken token) {
            return token.getClaim(USER_NAME);
        }
        IdToken token = PropagationHelper.getIdToken();
        if (token == null) {
            throw new IllegalStateException("The session of " + sub() + " has no identity token");
        }
        return (String) token.getClaim(USER_NAME);
    }

    /** Empty for a session of which the server no longer knows how it began. */
    public Optional<SignIn> signIn() {
        if (security.getCallerPrincipal() instanceof JsonWebToken token) {
            return Optional.of(signIn(token.getClaim(SESSION), token.getIssuedAtTime()));
        }
        return Optional.ofNullable(PropagationHelper.getIdToken())
                .map(
                        token ->
                                signIn(
                                        (String) token.getClaim(SESSION),
                                        token.getIssuedAtTimeSeconds()));
    }

    private SignIn signIn(String session, long issuedAtSeconds) {
        return new SignIn(sub(), session, Instant.ofEpochSecond(issuedAtSeconds));
    }

    /** Whether the identity provider asked for one when they signed in. */
    public boolean hasSecondFactor() {
        if (security.getCallerPrincipal() instanceof JsonWebToken token) {
            return secondFactor.acr().equals(token.getClaim(LEVEL));
        }
        IdToken token = PropagationHelper.getIdToken();
        return token != null && secondFactor.acr().equals(token.getClaim(LEVEL));
    }

    /** Whether a person sits at a page, not a program with a token of its own. */
    boolean isAtAPage() {
        return !(security.getCallerPrincipal() instanceof JsonWebToken);
    }

    /** As the token or session has them now. */
    public Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values())
                .filter(role -> security.isCallerInRole(role.code()))
                .forEach(roles::add);
        return roles;
    }
}
