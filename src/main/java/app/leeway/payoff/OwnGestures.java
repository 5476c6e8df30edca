package app.leeway.payoff;

import app.leeway.organization.Actor;
import app.leeway.shared.Rows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * What became of somebody's own gestures, for nobody but themselves. It is no comparison: one
 * person's gestures are too few for any, and nobody is to be ranked by them.
 */
@ApplicationScoped
public class OwnGestures {

    /** With fewer it would tell what a single customer does. */
    private static final int CUSTOMERS = 5;

    private static final String CAME =
            "SELECT count(f.episode_id), coalesce(sum(f.active), 0), count(DISTINCT f.customer_id),"
                    + " count(*) FILTER (WHERE f.episode_id IS NULL) FROM gesture g"
                    + " JOIN episode e ON e.episode_id = g.id::text AND e.treated = 1"
                    + " LEFT JOIN episode_fact f ON f.episode_id = e.episode_id AND f.horizon = ?"
                    + " WHERE g.person_id = ?";

    @Inject LookingAtPayoff looking;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /**
     * @param given gestures whose window has ended; null where the customers are too few to tell
     * @param came of those, whose customer came back within the last half of the window; null
     *     likewise
     * @param young gestures that are too young to tell
     * @param days of the window
     */
    public record Own(Long given, Long came, long young, int days) {}

    @Transactional
    public Own of(Actor actor) {
        int days = looking.usualDays();
        return Rows.select(database, CAME, row -> own(row, days), days, actor.personId()).get(0);
    }

    private static Own own(ResultSet row, int days) throws SQLException {
        return row.getLong(3) < CUSTOMERS
                ? new Own(null, null, row.getLong(4), days)
                : new Own(row.getLong(1), row.getLong(2), row.getLong(4), days);
    }
}
