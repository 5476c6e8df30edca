package app.leeway.health;

import app.leeway.shared.jdbc.DatabaseProbe;
import app.leeway.shared.jdbc.Migrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** The database answers, and its schema is the one this server was built for. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject DatabaseProbe probe;

    @Inject Migrations migrations;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("database");
        String version = migrations.version();
        if (version != null) {
            answer.withData("schema", version);
        }
        return answer.status(version != null && probe.answersWithin(PATIENCE)).build();
    }
}
