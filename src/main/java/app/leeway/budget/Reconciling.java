package app.leeway.budget;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

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
            "SELECT b.code, p.starts_at,"
                    + " p.limit_minor, p.held_minor, p.spent_minor, p.overdraft_minor,"
                    + " coalesce(sum(e.limit_delta), 0), coalesce(sum(e.held_delta), 0),"
                    + " coalesce(sum(e.spent_delta), 0), coalesce(sum(e.overdraft_delta), 0)"
                    + " FROM budget_period p JOIN budget b ON b.id = p.budget_id"
                    + " LEFT JOIN budget_entry e ON e.period_id = p.id GROUP BY p.id, b.code ORDER BY b.code, p.starts_at";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Transactional
    public Reconciliation reconcile() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COMPARE);
                ResultSet row = select.executeQuery()) {
            List<Difference> differences = new ArrayList<>();
            long checked = 0;
            while (row.next()) {
                checked++;
                List<Long> figures = four(row, 3);
                List<Long> entries = four(row, 7);
                if (!figures.equals(entries)) {
                    differences.add(
                            new Difference(
                                    row.getString(1),
                                    row.getObject(2, OffsetDateTime.class),
                                    figures,
                                    entries));
                }
            }
            return new Reconciliation(checked, differences);
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger could not be read", e);
        }
    }

    private static List<Long> four(ResultSet row, int first) throws SQLException {
        return List.of(
                row.getLong(first),
                row.getLong(first + 1),
                row.getLong(first + 2),
                row.getLong(first + 3));
    }
}
