package app.leeway.gate;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.Semaphore;

/**
 * Lets through what a door takes, and no more of it than it may have: a body that is too large is
 * refused by its declared length, one that declares none at the first byte too many, and one that
 * comes too slowly after a while. Nothing is read that nobody asks for.
 */
final class Gatekeeper implements Filter {

    /** How many bodies of people who are not signed in are waited for at the same time. */
    private static final Semaphore STRANGERS = new Semaphore(8);

    /** Of all others: fewer than the server has threads, so that looking always finds one. */
    private static final Semaphore PEOPLE = new Semaphore(32);

    private final String application;
    private final String metricsToken;

    /**
     * @param application its context path
     * @param metricsToken which bearer token {@code /metrics} wants; empty: none
     */
    Gatekeeper(String application, String metricsToken) {
        this.application = application;
        this.metricsToken = metricsToken;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String path = path(asked);
        if (Framing.isAmbiguous(asked)) {
            refuse(answer, HttpServletResponse.SC_BAD_REQUEST);
        } else if (Doors.isClosed(application)) {
            answer.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!Doors.takes(asked.getMethod(), application, path)) {
            answer.setHeader("Allow", "GET, HEAD");
            answer.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (Doors.isMetrics(application) && !mayReadMetrics(asked)) {
            answer.setHeader("WWW-Authenticate", "Bearer realm=\"metrics\"");
            answer.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (asked.getMethod().equals("POST") && !Doors.isInterface(application, path)) {
            takeBody(asked, answer, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void takeBody(HttpServletRequest asked, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        boolean signedIn = asked.getUserPrincipal() != null;
        boolean upload = signedIn && isMultipart(asked); // each page says how much it takes
        int most = signedIn ? Doors.SIGNED_IN_MAX : Doors.ANYBODY_MAX;
        if (upload) {
            chain.doFilter(asked, answer);
        } else if (asked.getContentLengthLong() > most) {
            refuse(answer, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            Body body = new Body(asked, most, signedIn ? PEOPLE : STRANGERS);
            pass(new BoundedRequest(asked, body), body, answer, chain);
        }
    }

    /**
     * Whatever the application makes of a body that ends in a refusal, the refusal is the answer.
     */
    private static void pass(
            BoundedRequest bounded, Body body, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(bounded, answer);
        } catch (IOException | ServletException | RuntimeException e) {
            if (body.refusal().isEmpty()) {
                throw e;
            }
        }
        if (body.refusal().isPresent() && !answer.isCommitted()) {
            answer.reset();
            refuse(answer, body.refusal().getAsInt());
        }
    }

    private static void refuse(HttpServletResponse answer, int status) throws IOException {
        answer.setHeader("Connection", "close"); // what follows on it may be anything
        answer.sendError(status);
    }

    private boolean mayReadMetrics(HttpServletRequest asked) {
        String given = asked.getHeader("Authorization");
        return metricsToken.isEmpty() || given != null && same(given, "Bearer " + metricsToken);
    }

    /** In the same time, wherever they differ. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isMultipart(HttpServletRequest asked) {
        String type = asked.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
    }

    private static String path(HttpServletRequest asked) {
        String info = asked.getPathInfo();
        return asked.getServletPath() + (info == null ? "" : info);
    }
}
