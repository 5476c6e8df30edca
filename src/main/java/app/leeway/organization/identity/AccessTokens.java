package app.leeway.organization.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Which bearer tokens open the interface: access tokens of the clients that are meant to call it.
 *
 * <p>Design notice: the server has checked signature, issuer, audience and times. That is not
 * enough: an identity token of the pages' client has the same audience, since that is the client's
 * id, and it is made for reading who somebody is, not for acting as them.
 */
@ApplicationScoped
public class AccessTokens {

    /**
     * What Keycloak calls an access token, among {@code ID}, {@code Refresh} and {@code Logout}.
     */
    private static final String ACCESS = "Bearer";

    @Inject
    @ConfigProperty(name = "leeway.oidc.client.id", defaultValue = "leeway")
    String pages;

    @Inject
    @ConfigProperty(name = "leeway.api.clients", defaultValue = "leeway-machine")
    Set<String> callers;

    public boolean include(JsonWebToken token) {
        String client = token.getClaim("azp");
        return ACCESS.equals(token.getClaim("typ"))
                && client != null
                && (client.equals(pages) || callers.contains(client));
    }
}
