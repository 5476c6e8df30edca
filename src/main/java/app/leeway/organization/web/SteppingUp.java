package app.leeway.organization.web;

import app.leeway.organization.identity.SecondFactor;
import app.leeway.organization.identity.SignedIn;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * {@code GET /step-up?to=/some/page}: lets the identity provider ask for a second factor, and leads
 * back to the page. What was refused there for want of it is for the person to do again: nothing is
 * done by coming back.
 *
 * <p>Design notice: the server asks for a sign-in only where there is none. So this one ends here;
 * the session at the identity provider still stands, which asks for nothing but what is missing.
 * The server passes the parameter {@code acr_values} on to it.
 */
public final class SteppingUp extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject transient SignedIn signedIn;
    @Inject transient SecondFactor secondFactor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        String page = pageOfOurs(request.getParameter("to"));
        if (signedIn.hasSecondFactor()) {
            goTo(page, response);
        } else if (request.getParameter("acr_values") == null) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            request.logout();
            goTo(
                    "/step-up?acr_values=%s&to=%s"
                            .formatted(encoded(secondFactor.acr()), encoded(page)),
                    response);
        } else { // asked for, and not shown: the realm has no such sign-in
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Nothing that a browser could take for the address of another server. */
    static String pageOfOurs(String to) {
        boolean ours = to != null && to.matches("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");
        return ours ? to : "/";
    }

    private static void goTo(String address, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
