package app.leeway.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/**
 * What the server itself refuses, or what fell through everything else: said briefly and with the
 * request's id, never with a stack, a class or a version. Machines get a problem, people a page of
 * the desk.
 */
public final class Failures extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        int status = status(request);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        boolean machine = uri != null && uri.toString().startsWith("/api/");
        if (machine) {
            response.setContentType(Problem.MEDIA_TYPE);
            response.getWriter().write(Problems.of(status).json(RequestId.of(request)).toString());
        } else if (status == 401 && "partial/ajax".equals(request.getHeader("Faces-Request"))) {
            leaveThePart(request, response);
        } else {
            sendPage(page(status), request, response);
        }
    }

    /** Whoever is not signed in leaves no session behind: the page made one only for itself. */
    private static void sendPage(
            String page, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        boolean passing = request.getUserPrincipal() == null && request.getSession(false) == null;
        // The page brings its own policy; that of the address would hold beside it otherwise.
        response.setHeader(ContentSecurity.HEADER, null);
        try {
            request.getRequestDispatcher(page).forward(new Bare(request), response);
        } finally {
            HttpSession made = passing ? request.getSession(false) : null;
            if (made != null) {
                made.invalidate();
            }
        }
    }

    private static int status(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer known ? known : HttpServletResponse.SC_NOT_FOUND;
    }

    private static String page(int status) {
        return switch (status) {
            case 403 -> "/error/forbidden.xhtml";
            case 404 -> "/error/missing.xhtml";
            default -> "/error/failed.xhtml";
        };
    }

    /**
     * Inside a part of a page another page would be dead: the browser is sent back to the whole.
     */
    private static void leaveThePart(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/xml");
        response.getWriter()
                .write(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <partial-response><redirect url="%s"></redirect></partial-response>"""
                                .formatted(request.getContextPath() + "/"));
    }

    /** The same request as if the page were asked for by its address, whatever had been sent. */
    private static final class Bare extends HttpServletRequestWrapper {

        Bare(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getParameter(String name) {
            return null;
        }

        @Override
        public String[] getParameterValues(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
