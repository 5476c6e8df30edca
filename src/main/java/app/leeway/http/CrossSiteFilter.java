package app.leeway.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps other sites from acting with somebody's session: what changes something and comes without a
 * bearer token must come from a page of ours, and in a media type that no form can send.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class CrossSiteFilter implements ContainerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> SENT_BY_FORMS =
            Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

    @Override
    public void filter(ContainerRequestContext request) {
        boolean session = !hasBearer(request);
        if (session && !SAFE.contains(request.getMethod()) && !isOurs(request)) {
            throw new BadRequestException(
                    403,
                    "cross-site",
                    "with a session, changes are taken from pages of this site only");
        }
    }

    private static boolean hasBearer(ContainerRequestContext request) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        return authorization != null
                && authorization.toLowerCase(Locale.ROOT).startsWith("bearer ");
    }

    private static boolean isOurs(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        boolean sameOrigin = site == null ? originIsHost(request) : "same-origin".equals(site);
        return sameOrigin && !isForm(request.getMediaType());
    }

    private static boolean isForm(MediaType type) {
        return type != null
                && SENT_BY_FORMS.contains(
                        (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT));
    }

    /** For browsers from before Sec-Fetch-Site. */
    private static boolean originIsHost(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        String host = request.getHeaderString(HttpHeaders.HOST);
        try {
            return origin != null
                    && URI.create(origin).getAuthority() != null
                    && URI.create(origin).getAuthority().equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false; // not an origin
        }
    }
}
