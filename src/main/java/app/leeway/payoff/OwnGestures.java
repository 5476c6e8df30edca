package app.leeway.payoff;

import app.leeway.organization.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/**
 * What became of somebody's own gestures, for nobody but themselves. It is no comparison: one
 * person's gestures are too few for any, and nobody is to be ranked by them.
 */
@ApplicationScoped
public class OwnGestures {

    /** With fewer it would tell what a single customer does. */
    private static final int CUSTOMERS = 5;

    private static final String CAME =
            """
            SELECT count(f.episode_id) AS given, coalesce(sum(f.active), 0) AS came,
                   count(DISTINCT f.customer_id) AS customers,
                   count(*) FILTER (WHERE f.episode_id IS NULL) AS young
              FROM gesture g
              JOIN episode e ON e.episode_id = g.id::text AND e.treated = 1
              LEFT JOIN episode_fact f ON f.episode_id = e.episode_id AND f.horizon = :days
             WHERE g.person_id = :person
            """;

    @Inject LookingAtPayoff looking;
    @Inject Jdbi jdbi;

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
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(CAME)
                                .bind("days", days)
                                .bind("person", actor.personId())
                                .map(row -> own(row, days))
                                .one());
    }

    private static Own own(RowView row, int days) {
        boolean few = row.getColumn("customers", Long.class) < CUSTOMERS;
        return new Own(
                few ? null : row.getColumn("given", Long.class),
                few ? null : row.getColumn("came", Long.class),
                row.getColumn("young", Long.class),
                days);
    }
}
