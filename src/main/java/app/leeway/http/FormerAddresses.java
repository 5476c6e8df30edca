package app.leeway.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.Map;

/** Addresses of the interface that have a new name: they mean the new one until release 0.3. */
@Provider
@PreMatching
public class FormerAddresses implements ContainerRequestFilter {

    /** The longer one first where one begins with another. */
    private static final Map<String, String> NOW = new LinkedHashMap<>();

    static {
        NOW.put("words/dead", "notifications/undeliverable");
        NOW.put("words", "notifications");
        NOW.put("looks", "spot-checks");
        NOW.put("me/telling", "me/notification-preferences");
    }

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        String path = uri.getPath().replaceFirst("^/", "");
        for (Map.Entry<String, String> renamed : NOW.entrySet()) {
            String former = renamed.getKey();
            if (path.equals(former) || path.startsWith(former + "/")) {
                String now = renamed.getValue() + path.substring(former.length());
                request.setRequestUri(
                        uri.getBaseUri(),
                        UriBuilder.fromUri(uri.getBaseUri())
                                .path("{now}")
                                .replaceQuery(uri.getRequestUri().getRawQuery())
                                .resolveTemplate("now", now, false)
                                .build());
                return;
            }
        }
    }
}
