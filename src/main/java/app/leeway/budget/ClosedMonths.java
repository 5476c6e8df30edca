package app.leeway.budget;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Which months a steward has closed: no figure of a budget's period that ends in them changes. */
@ApplicationScoped
public class ClosedMonths {

    /** What the database says when an entry would change a figure of a closed month. */
    private static final String CLOSED = "LWMON";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Transactional
    public Set<YearMonth> now() {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT month FROM month_closing WHERE reopened_at IS NULL");
                ResultSet row = select.executeQuery()) {
            Set<YearMonth> closed = new HashSet<>();
            while (row.next()) {
                closed.add(YearMonth.from(row.getObject(1, LocalDate.class)));
            }
            return closed;
        } catch (SQLException e) {
            throw new IllegalStateException("the closed months could not be read", e);
        }
    }

    /** What the caller is told when the database refused an entry because its month is closed. */
    static Optional<RefusedException> refusal(SQLException e) {
        return CLOSED.equals(e.getSQLState())
                ? Optional.of(
                        new RefusedException(
                                Refusal.WRONG_STATE,
                                "that month is closed: its figures change only after two stewards"
                                        + " have opened it again"))
                : Optional.empty();
    }
}
