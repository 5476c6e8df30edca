package app.leeway.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells a machine what the layers around the use cases refused, and, of everything else, nothing
 * but the number under which the log has it.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(FailureMapper.class.getName());

    @Context HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof UnfitRequestException unfit) {
            return unfit.problem().response(RequestId.of(request)).build();
        }
        if (failure instanceof WebApplicationException refused) {
            return refused(refused.getResponse());
        }
        String id = RequestId.of(request);
        LOG.log(Level.SEVERE, failure, () -> "request " + id + " failed");
        return Problems.of(500).response(id).build();
    }

    private Response refused(Response refusal) {
        Problem problem = Problems.of(refusal.getStatus());
        ResponseBuilder response = problem.response(RequestId.of(request));
        String allowed = refusal.getHeaderString(HttpHeaders.ALLOW);
        return allowed == null
                ? response.build()
                : response.header(HttpHeaders.ALLOW, allowed).build();
    }
}
