package app.leeway.http;

import com.ibm.websphere.security.WSSecurityException;
import com.ibm.websphere.security.openidconnect.PropagationHelper;
import com.ibm.websphere.security.openidconnect.token.IdToken;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * {@code POST /sign-out}: ends the session here, then at the identity provider, which sends the
 * browser back to the page it came from (the tablet page says {@code to=tap}). Only POST, so that
 * no link or picture can sign anybody out.
 */
public final class SigningOut extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String page = "tap".equals(request.getParameter("to")) ? "/tap/" : "/";
        String next = endOfSession(page);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        request.logout();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", next);
        response.setHeader("Cache-Control", "no-store");
    }

    /** The identity provider's own page; without a sign-in here there is nothing to end there. */
    private static String endOfSession(String page) throws ServletException {
        IdToken token = PropagationHelper.getIdToken();
        if (token == null) {
            return page;
        }
        try {
            String issuer = ConfigProvider.getConfig().getValue("leeway.oidc.issuer", String.class);
            return issuer
                    + "/protocol/openid-connect/logout?post_logout_redirect_uri="
                    + encoded(setting("leeway.origin") + page)
                    + "&id_token_hint="
                    + encoded(token.getRawIdToken());
        } catch (WSSecurityException e) {
            throw new ServletException("The identity token of this session cannot be read", e);
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
