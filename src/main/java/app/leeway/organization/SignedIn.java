package app.leeway.organization;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who the identity provider says is calling, by session or by token. */
@RequestScoped
public class SignedIn {

    @Inject SecurityContext security;

    /** The provider's own, lasting name for them. */
    public String sub() {
        return security.getCallerPrincipal() instanceof JsonWebToken token
                ? token.getSubject()
                : security.getCallerPrincipal().getName();
    }

    /** Their name in the realm, which may change hands. */
    public String userName() {
        return security.getCallerPrincipal() instanceof JsonWebToken token
                ? token.getClaim("preferred_username")
                : security.getCallerPrincipal().getName();
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
