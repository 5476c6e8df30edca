package app.leeway.loyalty;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What the company file says of outcomes, as stored. */
@ApplicationScoped
public class KeepingOutcomeSettings {

    private static final String READ =
            "SELECT c.outcome_days, c.other_margin_per_mille, m.category, m.per_mille"
                    + " FROM company c LEFT JOIN margin m ON true";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Transactional
    public OutcomeSettings current() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(READ);
                ResultSet row = select.executeQuery()) {
            Integer days = null;
            Integer otherwise = null;
            Map<String, Integer> margins = new TreeMap<>();
            while (row.next()) {
                days = row.getObject(1, Integer.class);
                otherwise = row.getObject(2, Integer.class);
                if (row.getString(3) != null) {
                    margins.put(row.getString(3), row.getInt(4));
                }
            }
            return new OutcomeSettings(days, margins, otherwise);
        } catch (SQLException e) {
            throw new IllegalStateException("the outcome settings could not be read", e);
        }
    }

    /** In the transaction of an import, once the company is stored. */
    @Transactional(TxType.MANDATORY)
    public void replace(OutcomeSettings settings) {
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement("DELETE FROM margin");
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO margin (category, per_mille) VALUES (?, ?)");
                PreparedStatement update =
                        connection.prepareStatement(
                                "UPDATE company SET outcome_days = ?, other_margin_per_mille = ?")) {
            forget.executeUpdate();
            for (Map.Entry<String, Integer> margin : settings.margins().entrySet()) {
                insert.setString(1, margin.getKey());
                insert.setInt(2, margin.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
            update.setObject(1, settings.days());
            update.setObject(2, settings.otherwise());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the outcome settings could not be stored", e);
        }
    }
}
