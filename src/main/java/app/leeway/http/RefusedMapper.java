package app.leeway.http;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Tells a machine what a use case refused. */
@Provider
public class RefusedMapper implements ExceptionMapper<RefusedException> {

    /** When it is worth trying again: the backlog of a busy server is a few commits long. */
    private static final int RETRY_SECONDS = 1;

    @Context HttpServletRequest request;

    @Override
    public Response toResponse(RefusedException refused) {
        ResponseBuilder response = Problems.of(refused).response(RequestId.of(request));
        if (refused.refusal() == Refusal.BUSY) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return response.build();
    }
}
