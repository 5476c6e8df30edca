package app.leeway.bench;

import app.leeway.support.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The least that a gesture costs in the database, statement by statement: no HTTP, no token, no
 * verdict, one connection per caller.
 */
final class SqlPeer implements Call {
    private static final String NOTE = "'late arrival of the room, bottle of wine'";

    private final Connection connection;
    private final PreparedStatement gesture;
    private final PreparedStatement entries;
    private final PreparedStatement outbox;
    private final PreparedStatement draw;

    private SqlPeer(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        gesture =
                connection.prepareStatement(
                        "INSERT INTO bench.gesture (id, site_id, staff_id, customer_id, kind, amount_cents, status,"
                                + " note) VALUES (uuidv7(), ?, ?, ?, 1, ?, 1, "
                                + NOTE
                                + ") RETURNING id");
        entries =
                connection.prepareStatement(
                        "INSERT INTO bench.ledger_entry (gesture_id, budget_id, entry, amount_cents)"
                                + " VALUES (?, ?, 1, ?), (?, ?, 1, ?)");
        outbox =
                connection.prepareStatement(
                        "INSERT INTO bench.outbox (type, aggregate_id, payload) VALUES ('gesture.reserved', ?,"
                                + " jsonb_build_object('site', ?::bigint, 'staff', ?::bigint, 'cust', ?::bigint,"
                                + " 'amt', ?::bigint))");
        draw =
                connection.prepareStatement(
                        "UPDATE bench.budget SET reserved_cents = reserved_cents + ?"
                                + " WHERE id = ? AND reserved_cents + ? <= limit_cents");
    }

    static Peer on(Database database) {
        return new Peer(
                "SQL statement by statement",
                caller -> {
                    try {
                        return new SqlPeer(database.connect());
                    } catch (SQLException e) {
                        throw new IllegalStateException("the database takes no more callers", e);
                    }
                });
    }

    @Override
    public boolean run() throws SQLException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long site = 1 + random.nextInt(200);
        long staff = 1001 + random.nextInt(50_000);
        long customer = random.nextInt(1_000_000);
        long amount = 100 + random.nextInt(4900);
        UUID id = gesture(site, staff, customer, amount);
        set(entries, id, site, amount, id, staff, amount).executeUpdate();
        set(outbox, id, site, staff, customer, amount).executeUpdate();
        int drawn = set(draw, amount, staff, amount).executeUpdate();
        drawn += set(draw, amount, site, amount).executeUpdate();
        connection.commit();
        return drawn == 2;
    }

    private UUID gesture(long site, long staff, long customer, long amount) throws SQLException {
        try (ResultSet row = set(gesture, site, staff, customer, amount).executeQuery()) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private static PreparedStatement set(PreparedStatement statement, Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
