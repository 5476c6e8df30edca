package app.leeway.gesture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The seals of a gesture as it stands in the database, for somebody who forges its entry. */
public final class SealFixture {

    private SealFixture() {}

    public static String content(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT " + SealedRow.COLUMNS + " FROM gesture g WHERE g.id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return SealedRow.read(row).seal().content();
            }
        }
    }
}
