package app.leeway.http;

import jakarta.servlet.ServletRequest;

/** The number under which the log has a request. */
public final class RequestId {

    /** The request's attribute that holds it. */
    static final String ATTRIBUTE = "leeway.requestId";

    private RequestId() {}

    public static String of(ServletRequest request) {
        Object id = request.getAttribute(ATTRIBUTE);
        return id == null ? "none" : id.toString();
    }
}
