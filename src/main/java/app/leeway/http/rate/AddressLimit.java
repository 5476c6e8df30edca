package app.leeway.http.rate;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Limits by address what nobody is signed in for, and how often a token may be tried that turns out
 * to be none.
 */
public final class AddressLimit implements Filter {

    @Inject RateLimits limits;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        boolean triesToken = asked.getHeader("Authorization") != null;
        Optional<Duration> after = before(asked, triesToken);
        if (after.isPresent()) {
            TooMany.answer(asked, answer, after.get());
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            if (triesToken && asked.getUserPrincipal() == null) {
                limits.withoutSuccess(asked.getRemoteAddr());
            }
        }
    }

    private Optional<Duration> before(HttpServletRequest request, boolean triesToken) {
        if (triesToken) {
            return limits.beforeToken(request.getRemoteAddr());
        }
        return request.getUserPrincipal() == null
                ? limits.byOpenAddress(request.getRemoteAddr())
                : Optional.empty();
    }
}
