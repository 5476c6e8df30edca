package app.leeway.http;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.jdbc.Outage;
import jakarta.ws.rs.WebApplicationException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The one place where a refusal gets its HTTP status, and a status its stable code. */
public final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class.getName());

    private static final Map<Integer, String> CODES =
            Map.of(
                    401, "not-signed-in",
                    403, "not-allowed",
                    404, "not-found",
                    405, "method-not-allowed",
                    406, "not-acceptable",
                    413, "too-large",
                    415, "unsupported-media-type",
                    429, "too-many-requests",
                    503, "busy");

    private Problems() {}

    /**
     * What any exception comes to. One that nobody expected is logged, and told by its request id
     * alone.
     */
    public static Problem of(Throwable failure, String requestId) {
        if (failure instanceof RefusedException refused) {
            return of(refused);
        }
        if (failure instanceof BadRequestException unfit) {
            return unfit.problem();
        }
        if (failure instanceof TooManyRequestsException often) {
            return often.problem();
        }
        if (failure instanceof WebApplicationException refused) {
            return of(refused.getResponse().getStatus());
        }
        if (Outage.isBehind(failure)) {
            LOG.log(Level.WARNING, failure, () -> "request " + requestId + " found no database");
            return of(Outage.refusal());
        }
        LOG.log(Level.SEVERE, failure, () -> "request " + requestId + " failed");
        return of(500);
    }

    /** What a use case refused. */
    static Problem of(RefusedException refused) {
        Refusal refusal = refused.refusal();
        return new Problem(
                status(refusal),
                refusal.code(),
                refused.getMessage(),
                refused.violations(),
                refused.more());
    }

    private static int status(Refusal refusal) {
        return switch (refusal) {
            case INVALID, REFUSED, KEY_REUSED -> 422;
            case NOT_FOUND -> 404;
            case NOT_ALLOWED, OUTSIDE_YOUR_AREA, NOT_A_PERSON_HERE, STEP_UP_NEEDED -> 403;
            case WRONG_STATE, IN_FLIGHT -> 409;
            case CHANGED_MEANWHILE -> 412;
            case TOO_MANY_STREAMS -> 429;
            case BUSY -> 503;
        };
    }

    /** What the server and the layers around the resources refuse, in our words. */
    static Problem of(int status) {
        String code = CODES.getOrDefault(status, status < 500 ? "unreadable" : "failed");
        return new Problem(status, code, words(status));
    }

    private static String words(int status) {
        return switch (status) {
            case 401 -> "sign in, or send a bearer token of the realm";
            case 403 -> "this is not yours to do";
            case 404 -> "there is nothing at this address";
            case 405 -> "this address does not know that method";
            case 406 -> "only JSON is answered here";
            case 415 -> "the body is not of a media type that this address reads";
            default ->
                    status < 500
                            ? "the request cannot be read"
                            : "something went wrong here; the log has it under the request id";
        };
    }
}
