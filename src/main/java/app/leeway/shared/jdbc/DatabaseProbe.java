package app.leeway.shared.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Whether the database answers at this moment. */
@ApplicationScoped
public class DatabaseProbe {

    private static final Logger LOG = Logger.getLogger(DatabaseProbe.class.getName());

    @Inject Jdbi jdbi;

    /**
     * Design notice: a statement with a time limit of its own would wait for the socket's when the
     * line is cut; the driver's own check does not.
     */
    public boolean answersWithin(Duration patience) {
        try {
            return jdbi.withHandle(
                    handle -> handle.getConnection().isValid((int) patience.toSeconds()));
        } catch (JdbiException | SQLException e) {
            LOG.log(Level.WARNING, "The database does not answer: {0}", e.toString());
            return false;
        }
    }
}
