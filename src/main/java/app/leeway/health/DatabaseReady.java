package app.leeway.health;

import app.leeway.shared.jdbc.Migrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The database answers, and its schema is the one this server was built for. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(DatabaseReady.class.getName());
    private static final int ANSWER_WITHIN_SECONDS = 2;

    @Inject Jdbi jdbi;

    @Inject Migrations migrations;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("database");
        String version = migrations.version();
        if (version != null) {
            answer.withData("schema", version);
        }
        return answer.status(version != null && answers()).build();
    }

    private boolean answers() {
        try {
            return jdbi.withHandle(handle -> handle.getConnection().isValid(ANSWER_WITHIN_SECONDS));
        } catch (JdbiException | SQLException e) {
            LOG.log(Level.WARNING, "The database does not answer: {0}", e.toString());
            return false;
        }
    }
}
