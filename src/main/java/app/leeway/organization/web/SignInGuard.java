package app.leeway.organization.web;

import app.leeway.organization.identity.AccessTokens;
import app.leeway.organization.identity.EndedSignIns;
import app.leeway.organization.identity.SignedIn;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Lets a sign-in count only while the identity provider lets it, and a bearer token only where it
 * is meant to: an access token, on the interface. A page is sent to sign in anew, which nobody
 * notices whose session at the identity provider still stands; everything else gets 401.
 *
 * <p>Design notice: the server checks a session of its own at pages alone, and there only what the
 * back channel told it.
 */
public final class SignInGuard implements Filter {

    private static final String INTERFACE = "/api/";

    /** Open to all, and the same for all ({@code web.xml}); signing out needs the session. */
    private static final Set<String> OPEN =
            Set.of("/resources/", "/jakarta.faces.resource/", "/sign-out", "/failure", "/favicon");

    @Inject SignedIn signedIn;
    @Inject EndedSignIns ended;
    @Inject AccessTokens accessTokens;
    @Inject PageSessions sessions;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        Principal caller = asked.getUserPrincipal();
        String path = path(asked);
        if (caller == null || isOpen(path)) {
            chain.doFilter(request, response);
        } else if (caller instanceof JsonWebToken token) {
            guardToken(token, path, asked, (HttpServletResponse) response, chain);
        } else {
            guardSession(path, asked, (HttpServletResponse) response, chain);
        }
    }

    private void guardToken(
            JsonWebToken token,
            String path,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        if (path.startsWith(INTERFACE) && accessTokens.include(token) && isGood()) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(
                    "WWW-Authenticate", "Bearer realm=\"leeway\", error=\"invalid_token\"");
            if (path.startsWith(INTERFACE)) {
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            } else { // a page that says so would be theirs
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            }
        }
    }

    private void guardSession(
            String path,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        if (isGood()) {
            chain.doFilter(request, response);
            tie(request);
        } else {
            end(request);
            if (isWholePage(path, request)) {
                response.setHeader("Cache-Control", "no-store");
                response.setHeader("Location", address(request));
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            } else {
                response.setHeader("WWW-Authenticate", "Bearer realm=\"leeway\"");
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            }
        }
    }

    /** Not after a sign-in of which nothing is known any more. */
    private boolean isGood() {
        return signedIn.signIn().filter(signIn -> !ended.isOver(signIn)).isPresent();
    }

    private void tie(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            signedIn.signIn().ifPresent(signIn -> sessions.tie(session, signIn));
        }
    }

    private static void end(HttpServletRequest request) throws ServletException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        request.logout();
    }

    private static boolean isOpen(String path) {
        boolean tablet = path.startsWith("/tap/") && !path.equals("/tap/sign-in");
        return tablet || OPEN.stream().anyMatch(path::startsWith);
    }

    private static boolean isWholePage(String path, HttpServletRequest request) {
        return !path.startsWith(INTERFACE)
                && request.getHeader("Faces-Request") == null
                && request.getHeader("Upgrade") == null;
    }

    /** The page itself, whatever was sent to it. Two slashes would be another server's. */
    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return "/"
                + request.getRequestURI().replaceFirst("^/+", "")
                + (query == null ? "" : "?" + query);
    }

    /** For a file the server says it all as path info, and the servlet's own path is empty. */
    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }
}
