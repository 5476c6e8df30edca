package app.leeway.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.security.Principal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bounds the sessions of one person: each further one ends the one that was used longest ago.
 *
 * <p>Design notice: the server makes one for whoever comes with the sign-in's cookie alone, so a
 * single person could fill its memory. Its own bound ({@code maxInMemorySessionCount}) would keep
 * everybody else out instead.
 */
public final class SessionBound implements Filter, HttpSessionListener {

    /** Browsers and tablets that a person uses at the same time, and some. */
    static final int EACH = 12;

    private static final String OWNER = SessionBound.class.getName();

    /** Shared by the filter and the listener, of which the server makes one each. */
    private static final Map<String, Map<String, HttpSession>> SESSIONS = new ConcurrentHashMap<>();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpSession session = asked.getSession(false);
        Principal person = asked.getUserPrincipal();
        if (session != null && person != null) {
            try {
                end(longestAgo(person.getName(), session));
            } catch (IllegalStateException e) {
                return; // one of the two has ended meanwhile, by itself or by its person
            }
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        Object owner = session.getAttribute(OWNER);
        if (owner != null) {
            SESSIONS.computeIfPresent(
                    owner.toString(),
                    (name, theirs) -> {
                        theirs.remove(session.getId());
                        return theirs.isEmpty() ? null : theirs;
                    });
        }
    }

    /** Null unless there is one too many. */
    private static HttpSession longestAgo(String person, HttpSession used) {
        HttpSession[] tooMany = new HttpSession[1];
        SESSIONS.compute(
                person,
                (name, known) -> {
                    Map<String, HttpSession> theirs = known == null ? byUse() : known;
                    if (theirs.put(used.getId(), used) == null) {
                        used.setAttribute(OWNER, person);
                    }
                    if (theirs.size() > EACH) {
                        Iterator<HttpSession> eldest = theirs.values().iterator();
                        tooMany[0] = eldest.next();
                        eldest.remove();
                    }
                    return theirs;
                });
        return tooMany[0];
    }

    private static Map<String, HttpSession> byUse() {
        return new LinkedHashMap<>(4, 0.75f, true);
    }

    private static void end(HttpSession session) {
        if (session != null) {
            session.invalidate();
        }
    }
}
