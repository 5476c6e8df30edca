package app.leeway.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;

/**
 * Refuses whatever stands behind the question mark where nothing may: a misspelt filter is never
 * silently without effect. A reading that takes parameters asks for its {@link UriInfo} and reads
 * it as a {@link Query}.
 */
@Provider
public class UnaskedParameters implements ContainerRequestFilter {

    @Context ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean isReading =
                request.getMethod().equals(HttpMethod.GET)
                        || request.getMethod().equals(HttpMethod.HEAD);
        if (isReading && !takesParameters()) {
            Query.of(request.getUriInfo()).complete();
        }
    }

    private boolean takesParameters() {
        return Arrays.asList(resource.getResourceMethod().getParameterTypes())
                .contains(UriInfo.class);
    }
}
