package app.leeway.organization.web;

import app.leeway.organization.identity.Actors;
import app.leeway.shared.RefusedException;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets only pages of this site open a WebSocket, each for somebody of the company, and each person
 * a number of them.
 *
 * <p>Design notice: browsers let any page open a WebSocket to anywhere, cookies included; only the
 * {@code Origin} says whose page it is. The token in the address is Faces' to check: it is made for
 * one page of one person's session.
 */
public final class PushGuard implements Filter {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String RETRY_SECONDS = "30";

    @Inject Actors actors;
    @Inject OpenLines lines;

    @Inject
    @ConfigProperty(name = "leeway.origin")
    String origin;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (!origin.equals(asked.getHeader("Origin"))) {
            answer.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else if (asked.getUserPrincipal() == null) {
            answer.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            open(asked, answer, chain);
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String user;
        try {
            user = actors.actor().user();
        } catch (RefusedException e) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        HttpSession session = request.getSession(false);
        if (session == null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (lines.open(user, EndOfLines.in(session, user, lines))) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(TOO_MANY_REQUESTS);
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
    }

    /** Lies in a session that lines were opened in, and says when it is over. */
    private record EndOfLines(String user, String session, OpenLines lines)
            implements HttpSessionBindingListener {

        private static final String NAME = EndOfLines.class.getName();

        /** What lines call this session; not its id, which changes when somebody signs in. */
        static String in(HttpSession session, String user, OpenLines lines) {
            synchronized (EndOfLines.class) {
                if (session.getAttribute(NAME) instanceof EndOfLines known) {
                    return known.session();
                }
                EndOfLines end = new EndOfLines(user, UUID.randomUUID().toString(), lines);
                session.setAttribute(NAME, end);
                return end.session();
            }
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent ends) {
            lines.sessionEnded(user, session);
        }
    }
}
