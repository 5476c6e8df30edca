package app.leeway.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Lets nobody reach the interface who is not signed in: by the session of a page, or by a bearer
 * token of the realm. Everybody else gets a problem and 401, never a redirect.
 *
 * <p>Design notice: the server's own guard would answer a page's call with a challenge for basic
 * authentication, at which browsers open a window that nobody can fill in.
 */
public final class InterfaceGuard implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (isSignedIn(asked, answer)) {
            chain.doFilter(request, response);
        } else {
            refuse(asked, answer);
        }
    }

    private static boolean isSignedIn(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (request.getHeader("Authorization") != null) {
            return request.authenticate(response);
        }
        return request.getUserPrincipal() != null;
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer realm=\"leeway\"");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter()
                .write(
                        Problems.of(HttpServletResponse.SC_UNAUTHORIZED)
                                .json(RequestId.of(request))
                                .toString());
    }
}
