package app.leeway.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * The keys that tokens are signed with could be fetched once since the start.
 *
 * <p>Design notice: once is enough. Who is signed in can go on working while the identity provider
 * is away, so its absence must not take this server out of service.
 */
@Readiness
@ApplicationScoped
public class IdentityProviderReady implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(IdentityProviderReady.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile boolean seen;

    @Inject
    @ConfigProperty(name = "leeway.oidc.issuer")
    String issuer;

    @Override
    public HealthCheckResponse call() {
        if (!seen) {
            seen = keysAnswer();
        }
        return HealthCheckResponse.named("identity provider").status(seen).build();
    }

    private boolean keysAnswer() {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/certs"))
                        .timeout(PATIENCE)
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The identity provider does not answer: {0}", e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
