package app.leeway.http;

import app.leeway.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Tells a machine what was not done: every exception of every resource ends here. */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

    /** When it is worth trying again: the backlog of a busy server is a few commits long. */
    private static final int RETRY_SECONDS = 1;

    /** A stream that was left is noticed within a second, one that is kept ends after minutes. */
    private static final int RETRY_STREAM_SECONDS = 30;

    @Context HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        String id = RequestId.of(request);
        Problem problem = Problems.of(failure, id);
        ResponseBuilder response = problem.response(id);
        if (failure instanceof TooManyRequestsException often) {
            response.header(HttpHeaders.RETRY_AFTER, often.after().toSeconds());
        } else if (problem.status() == Response.Status.TOO_MANY_REQUESTS.getStatusCode()) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_STREAM_SECONDS);
        } else if (problem.status() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (problem.code().equals(Refusal.STEP_UP_NEEDED.code())) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, challenge(problem));
        }
        if (failure instanceof WebApplicationException refused) {
            copyAllow(refused.getResponse(), response);
        }
        return response.build();
    }

    /** In the words of RFC 9470, for clients that can sign somebody in anew by themselves. */
    private static String challenge(Problem problem) {
        return "Bearer realm=\"leeway\", error=\"insufficient_user_authentication\", acr_values=\"%s\""
                .formatted(problem.more().getString("acr"));
    }

    /** Which methods an address knows, where the request's was none of them. */
    private static void copyAllow(Response from, ResponseBuilder to) {
        String allowed = from.getHeaderString(HttpHeaders.ALLOW);
        if (allowed != null) {
            to.header(HttpHeaders.ALLOW, allowed);
        }
    }
}
