package app.leeway.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Says to browsers what a page may load and run. The headers that are the same everywhere stand in
 * the server's configuration ({@code http.xml}).
 *
 * <p>Design notice: PrimeFaces writes the policy of the pages (as an additional header, so nothing
 * may stand there before), because it adds a nonce per answer to the end of it. It is handed our
 * policy as a context parameter at start: the identity provider's address, to which signing out is
 * redirected, is known only then.
 */
public final class ContentSecurity implements Filter, ServletContextListener {
    static final String HEADER = "Content-Security-Policy";
    private static final String COMMON =
            "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
                    + "img-src 'self' data: blob:; ";

    @Override
    public void contextInitialized(ServletContextEvent start) {
        start.getServletContext()
                .setInitParameter("primefaces.CSP_POLICY", pages(identityProvider()));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = path((HttpServletRequest) request);
        boolean failure = request.getDispatcherType() == DispatcherType.ERROR;
        if (!isPage(path) && !failure) {
            ((HttpServletResponse) response).setHeader(HEADER, policy(path));
        }
        chain.doFilter(request, response);
    }

    /** For a file the server says it all as path info, and the servlet's own path is empty. */
    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }

    /** Faces answers these: the start page by its bare address, what failed by {@link Failures}. */
    private static boolean isPage(String path) {
        return path.endsWith(".xhtml") || path.equals("/") || path.isEmpty();
    }

    private static String policy(String path) {
        if (path.startsWith("/api/")) {
            return "default-src 'none'; frame-ancestors 'none'";
        }
        return path.startsWith("/tap/") ? tap(identityProvider()) : pages(identityProvider());
    }

    /** The tablet page holds nothing inline. */
    private static String tap(String identityProvider) {
        return COMMON
                + "form-action 'self' "
                + identityProvider
                + "; worker-src 'self'; manifest-src 'self'; style-src 'self'; script-src 'self'";
    }

    private static String pages(String identityProvider) {
        return COMMON
                + "form-action 'self' "
                + identityProvider
                + "; style-src-elem 'self'; style-src-attr 'unsafe-inline'; script-src 'self'";
    }

    private static String identityProvider() {
        URI issuer = ConfigProvider.getConfig().getValue("leeway.oidc.issuer", URI.class);
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }
}
