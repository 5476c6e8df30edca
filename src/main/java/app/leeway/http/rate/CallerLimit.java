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
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Limits whoever is signed in: a person by themselves, and the tokens of a client all together. A
 * machine is no person, and has the limit of its client alone.
 */
public final class CallerLimit implements Filter {

    @Inject RateLimits limits;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        Optional<Duration> after = after(asked);
        if (after.isPresent()) {
            TooMany.answer(asked, (HttpServletResponse) response, after.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Duration> after(HttpServletRequest request) {
        Principal caller = request.getUserPrincipal();
        if (caller == null) {
            return Optional.empty();
        }
        if (!(caller instanceof JsonWebToken token)) {
            return limits.byPerson(caller.getName());
        }
        boolean machine = request.isUserInRole("system");
        Optional<Duration> after = machine ? Optional.empty() : limits.byPerson(token.getSubject());
        String client = token.getClaim("azp");
        return after.isPresent() || client == null ? after : limits.byClient(client);
    }
}
