package app.leeway.loyalty;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Up to where everything has been looked through. Whoever has taken it makes facts alone, until
 * their transaction ends.
 *
 * @param auditSeq the last entry of the record that episodes were gathered from
 * @param writtenIn the first of the database's transactions whose outcomes were not looked at
 * @param today days since 1970; episodes were ripe up to this day
 * @param settings margins that the facts were made with
 */
record FactState(long auditSeq, long writtenIn, int today, String settings) {

    static final FactState NOTHING = new FactState(0, 0, 0, "");

    static FactState take(Connection connection) throws SQLException {
        String sql = "SELECT audit_seq, written_in, today, settings FROM fact_state FOR UPDATE";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new FactState(row.getLong(1), row.getLong(2), row.getInt(3), row.getString(4));
        }
    }

    FactState at(long seq) {
        return new FactState(seq, writtenIn, today, settings);
    }

    void keep(Connection connection) throws SQLException {
        String sql = "UPDATE fact_state SET audit_seq = ?, written_in = ?, today = ?, settings = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, auditSeq);
            update.setLong(2, writtenIn);
            update.setInt(3, today);
            update.setString(4, settings);
            update.executeUpdate();
        }
    }
}
