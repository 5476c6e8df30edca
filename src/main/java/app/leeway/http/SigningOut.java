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
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * {@code POST /sign-out}: ends the session here, then at the identity provider, and sends the
 * browser back to the page it came from (the tablet page says {@code to=tap}). Only POST, so that
 * no link or picture can sign anybody out.
 *
 * <p>Design notice: the server itself tells the identity provider, in the body of a request. The
 * usual way leads the browser there with the identity token in the address, where histories and
 * logs keep it. Only when the identity provider does not answer the server is the browser sent
 * there after all, without a token: then the person is asked whether they want to leave.
 */
public final class SigningOut extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(SigningOut.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final HttpClient PROVIDER =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String page = "tap".equals(request.getParameter("to")) ? "/tap/" : "/";
        String token = identityToken(); // gone with the session
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        request.logout();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", afterEnding(token, page));
        response.setHeader("Cache-Control", "no-store");
    }

    /** Null where nobody is signed in. */
    private static String identityToken() throws ServletException {
        IdToken token = PropagationHelper.getIdToken();
        try {
            return token == null ? null : token.getRawIdToken();
        } catch (WSSecurityException e) {
            throw new ServletException("The identity token of this session cannot be read", e);
        }
    }

    /** Without a sign-in here there is nothing to end there. */
    private static String afterEnding(String token, String page) {
        boolean over = token == null || endsAtProvider(token, page);
        return over ? page : endOfSession() + "?client_id=" + encoded(client()) + back(page);
    }

    private static boolean endsAtProvider(String token, String page) {
        try {
            String form = "id_token_hint=" + encoded(token) + back(page);
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(endOfSession()))
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build();
            int status = PROVIDER.send(request, BodyHandlers.discarding()).statusCode();
            if (status == HttpServletResponse.SC_FOUND) {
                return true;
            }
            LOG.log(Level.WARNING, "The realm ended no session: {0}", status);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The realm could not be told that a session has ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static String endOfSession() {
        return setting("leeway.oidc.issuer") + "/protocol/openid-connect/logout";
    }

    private static String back(String page) {
        return "&post_logout_redirect_uri=" + encoded(setting("leeway.origin") + page);
    }

    private static String client() {
        return ConfigProvider.getConfig()
                .getOptionalValue("leeway.oidc.client.id", String.class)
                .orElse("leeway");
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
