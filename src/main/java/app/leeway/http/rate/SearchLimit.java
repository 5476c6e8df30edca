package app.leeway.http.rate;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Limits how often somebody may look for customers, so that nobody reads all of them from one
 * beginning of a name to the next.
 *
 * <p>Design notice: by the method that answers, not by the address, which can be spelled in many
 * ways.
 */
@Provider
public class SearchLimit implements ContainerRequestFilter {

    @Context ResourceInfo resource;

    @Inject RateLimits limits;

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceMethod().isAnnotationPresent(Searching.class)) {
            limits.search(sub(request.getSecurityContext().getUserPrincipal()));
        }
    }

    private static String sub(Principal caller) {
        return caller instanceof JsonWebToken token ? token.getSubject() : caller.getName();
    }
}
