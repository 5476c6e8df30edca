package app.leeway.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/**
 * The check that anybody may run: the sums of the entries of every period are its running figures.
 */
@ApplicationScoped
public class Reconciling {

    /**
     * A period whose figures do not follow from its entries, in minor units.
     *
     * @param figures limit, held, spent, overdraft as they run
     * @param entries the same as the entries sum up
     */
    public record Difference(
            String budget, OffsetDateTime startsAt, List<Long> figures, List<Long> entries) {}

    /**
     * @param checked how many periods were compared
     */
    public record Reconciliation(long checked, List<Difference> differences) {

        public boolean ok() {
            return differences.isEmpty();
        }
    }

    private static final String COMPARE =
            """
            SELECT b.code, p.starts_at,
                   ARRAY[p.limit_minor, p.held_minor, p.spent_minor, p.overdraft_minor] AS figures,
                   ARRAY[coalesce(sum(e.limit_delta), 0), coalesce(sum(e.held_delta), 0),
                         coalesce(sum(e.spent_delta), 0),
                         coalesce(sum(e.overdraft_delta), 0)]::bigint[] AS entries
              FROM budget_period p JOIN budget b ON b.id = p.budget_id
              LEFT JOIN budget_entry e ON e.period_id = p.id
             GROUP BY p.id, b.code ORDER BY b.code, p.starts_at
            """;

    @Inject Jdbi jdbi;

    @Transactional
    public Reconciliation reconcile() {
        List<Difference> compared =
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(COMPARE)
                                        .map(
                                                row ->
                                                        new Difference(
                                                                row.getColumn("code", String.class),
                                                                row.getColumn(
                                                                        "starts_at",
                                                                        OffsetDateTime.class),
                                                                longs(row, "figures"),
                                                                longs(row, "entries")))
                                        .list());
        return new Reconciliation(
                compared.size(),
                compared.stream().filter(one -> !one.figures().equals(one.entries())).toList());
    }

    private static List<Long> longs(RowView row, String column) {
        return List.of(row.getColumn(column, Long[].class));
    }
}
