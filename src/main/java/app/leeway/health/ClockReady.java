package app.leeway.health;

import app.leeway.shared.ClockComparison;
import app.leeway.shared.ClockDifference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * The server's own clock is not more than ten seconds from the database's. From one second on it
 * says so here.
 */
@Readiness
@ApplicationScoped
public class ClockReady implements HealthCheck {

    @Inject ClockComparison comparison;

    @Override
    public HealthCheckResponse call() {
        ClockDifference difference = comparison.difference();
        return HealthCheckResponse.named("clock")
                .withData("aheadMillis", difference.ahead().toMillis())
                .withData("wrong", difference.isTold())
                .status(difference.isBearable())
                .build();
    }
}
