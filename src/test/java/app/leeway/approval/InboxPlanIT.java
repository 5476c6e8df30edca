package app.leeway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.organization.OrganizationFixture;
import app.leeway.shared.jdbc.Conditions;
import app.leeway.support.PlainDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However many exceptions wait, what is asked of them is found without reading them all. */
class InboxPlanIT {

    private static PlainDatabase database;

    @BeforeAll
    static void start() {
        database = PlainDatabase.started("inbox-plan");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void theMostUrgentAreReadInTheirOrder() throws SQLException {
        Conditions open =
                ApprovalQuery.of(
                        new ApprovalFilter(ApprovalFilter.View.ALL, null, null, null, false),
                        OrganizationFixture.nordlyst().organization());

        List<String> plan = plan(ApprovalReading.page(open.where(), 25));

        assertThat(plan).anyMatch(line -> line.contains("using approval_urgent on approval a"));
        int limit = indexOf(plan, "Limit");
        assertThat(plan.get(limit + 1)).as(String.join("\n", plan)).contains("approval_urgent");
    }

    @Test
    void theNextTimersAreReadInTheirOrder() throws SQLException {
        List<String> plan =
                plan("SELECT id, due_at FROM approval_timer ORDER BY due_at, id LIMIT 20");

        assertThat(plan).noneMatch(line -> line.contains("Sort"));
        assertThat(plan).anyMatch(line -> line.contains("approval_timer_due"));
    }

    @Test
    void whatOneGestureDrewIsFoundByItself() throws SQLException {
        List<String> plan =
                plan(
                        "SELECT * FROM budget_entry WHERE gesture_id = '0190a3f2-0000-7000-8000-000000000001'");

        assertThat(plan).anyMatch(line -> line.contains("budget_entry_gesture"));
    }

    private static int indexOf(List<String> plan, String node) {
        for (int i = 0; i < plan.size(); i++) {
            if (plan.get(i).contains(node)) {
                return i;
            }
        }
        throw new AssertionError("no " + node + " in " + plan);
    }

    /** As for a table too large to be read whole. */
    private static List<String> plan(String sql) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off");
            statement.execute("SET enable_bitmapscan = off");
            List<String> lines = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("EXPLAIN (COSTS OFF) " + sql)) {
                while (row.next()) {
                    lines.add(row.getString(1));
                }
            }
            return lines;
        }
    }
}
