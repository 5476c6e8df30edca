package app.leeway.http;

import com.ibm.websphere.logging.hpel.LogRecordContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Gives every request an id: the caller's {@code X-Request-Id} where it is harmless, else a new
 * one. It goes back in the answer's header, into problems, and into every line of the log (the
 * field {@code ext_requestId}).
 */
public final class RequestId implements Filter {
    private static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final String LOG_FIELD = "requestId";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The id of this request. */
    public static String of(ServletRequest request) {
        Object id = request.getAttribute(ATTRIBUTE);
        if (id == null) {
            throw new IllegalStateException("No filter gave this request an id");
        }
        return id.toString();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = known((HttpServletRequest) request);
        request.setAttribute(ATTRIBUTE, id);
        ((HttpServletResponse) response).setHeader(HEADER, id);
        LogRecordContext.addExtension(LOG_FIELD, id);
        try {
            chain.doFilter(request, response);
        } finally {
            LogRecordContext.removeExtension(LOG_FIELD);
        }
    }

    /** An error page is dispatched as a second pass of the same request, and keeps its id. */
    private static String known(HttpServletRequest request) {
        Object given = request.getAttribute(ATTRIBUTE);
        if (given != null) {
            return given.toString();
        }
        String sent = request.getHeader(HEADER);
        boolean harmless = sent != null && HARMLESS.matcher(sent).matches();
        return harmless ? sent : UUID.randomUUID().toString();
    }
}
