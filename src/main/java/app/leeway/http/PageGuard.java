package app.leeway.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Pages are for those who are signed in, and kept by nobody on the way. A form that comes without a
 * sign-in is not read: the browser is led to the page itself, and so to the sign-in.
 *
 * <p>Design notice: the server guards what is looked at by itself. Forms it would first read into
 * memory, to have them again after the sign-in, whatever their size; so its guard leaves POST to
 * this one.
 */
public final class PageGuard implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String path = path(asked);
        if (isPage(path)) {
            answer.setHeader("Cache-Control", "no-store");
        }
        if (asked.getMethod().equals("POST") && asked.getUserPrincipal() == null && !isOpen(path)) {
            leadToSignIn(asked, answer);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Signing out twice does no harm, and the interface has a guard of its own. */
    private static boolean isOpen(String path) {
        return path.equals("/sign-out") || path.startsWith("/api/");
    }

    private static boolean isPage(String path) {
        boolean view = path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource/");
        return view || path.equals("/") || path.isEmpty();
    }

    private static void leadToSignIn(HttpServletRequest asked, HttpServletResponse answer)
            throws IOException {
        if ("partial/ajax".equals(asked.getHeader("Faces-Request"))) {
            answer.sendError(HttpServletResponse.SC_UNAUTHORIZED); // Failures leads out of the part
            return;
        }
        String page = asked.getRequestURI();
        answer.setStatus(HttpServletResponse.SC_SEE_OTHER);
        answer.setHeader("Location", page.startsWith("//") ? "/" : page);
    }

    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }
}
