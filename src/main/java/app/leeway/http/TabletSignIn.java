package app.leeway.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code /tap/sign-in}: the one protected address of the tablet page, which is open otherwise so
 * that it works without network. Whoever comes this far is signed in and goes back to it.
 */
public final class TabletSignIn extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect("/tap/");
    }
}
