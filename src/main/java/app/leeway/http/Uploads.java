package app.leeway.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Map;

/**
 * Files that are brought to pages: only to those that take one, from those who may bring it, of a
 * size that is known beforehand. What was kept of them on disk meanwhile goes with the request,
 * however it ends.
 */
public final class Uploads implements Filter {

    private static final long MIB = 1024 * 1024;

    /** The other fields of the form, and what is between the parts. */
    private static final long AROUND = 64 * 1024;

    private static final Map<String, Door> DOORS =
            Map.of(
                    "/payoff/facts.xhtml", new Door(2048 * MIB, "steward"),
                    "/customer/file.xhtml", new Door(100 * MIB, "steward"),
                    "/company/file.xhtml", new Door(5 * MIB, "steward"),
                    "/absence/absence.xhtml", new Door(2 * MIB, null));

    /**
     * @param most bytes of the file
     * @param role null: anybody who is signed in
     */
    private record Door(long most, String role) {

        boolean isFor(HttpServletRequest asked) {
            return role == null || asked.isUserInRole(role);
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        if (!isMultipart(asked)) {
            chain.doFilter(request, response);
            return;
        }
        int refusal = refusal(asked);
        if (refusal != 0) {
            ((HttpServletResponse) response).sendError(refusal);
            return;
        }
        Iterable<Part> parts = asked.getParts();
        try {
            chain.doFilter(request, response);
        } finally {
            for (Part part : parts) {
                part.delete();
            }
        }
    }

    /** The status of HTTP with which the file is not taken; 0 when it is. */
    private static int refusal(HttpServletRequest asked) {
        Door door = DOORS.get(asked.getServletPath());
        if (door == null) {
            return HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
        }
        if (!door.isFor(asked)) {
            return HttpServletResponse.SC_FORBIDDEN;
        }
        long length = asked.getContentLengthLong();
        if (length < 0) {
            return HttpServletResponse.SC_LENGTH_REQUIRED;
        }
        return length > door.most() + AROUND ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE : 0;
    }

    private static boolean isMultipart(HttpServletRequest asked) {
        String type = asked.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
    }
}
