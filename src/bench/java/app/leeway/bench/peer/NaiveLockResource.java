package app.leeway.bench.peer;

import jakarta.annotation.Resource;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * The naive way on one hot budget: take the row, look, write, commit. What an object-relational
 * mapper does by itself; no guardrails are judged.
 */
@Path("naive")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NaiveLockResource {
    private static final long HOT_SITE = 1;
    private static final long FIRST_STAFF = 1001;
    private static final int STAFF = 250;
    private static final int CUSTOMERS = 1_000_000;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @POST
    public Done post(Sent sent) throws SQLException {
        long amount = new BigDecimal(sent.cost().amount()).movePointRight(2).longValueExact();
        long staff = FIRST_STAFF + ThreadLocalRandom.current().nextInt(STAFF);
        UUID gesture = UUID.randomUUID();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            take(connection, HOT_SITE, amount);
            take(connection, staff, amount);
            write(connection, gesture, staff, amount);
            draw(connection, HOT_SITE, amount);
            draw(connection, staff, amount);
            connection.commit();
        }
        return new Done(gesture.toString(), "settled");
    }

    private static void take(Connection connection, long budget, long amount) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT limit_cents - reserved_cents FROM bench.budget WHERE id = ?"
                                + " FOR UPDATE")) {
            select.setLong(1, budget);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (row.getLong(1) < amount) {
                    throw new SQLException("budget " + budget + " has no room");
                }
            }
        }
    }

    private static void write(Connection connection, UUID gesture, long staff, long amount)
            throws SQLException {
        long customer = ThreadLocalRandom.current().nextInt(CUSTOMERS);
        run(
                connection,
                "INSERT INTO bench.gesture (id, site_id, staff_id, customer_id, kind, amount_cents,"
                        + " status, note) VALUES (?, ?, ?, ?, 1, ?, 1,"
                        + " 'late arrival of the room, bottle of wine')",
                gesture,
                HOT_SITE,
                staff,
                customer,
                amount);
        for (long budget : new long[] {HOT_SITE, staff}) {
            run(
                    connection,
                    "INSERT INTO bench.ledger_entry (gesture_id, budget_id, entry, amount_cents)"
                            + " VALUES (?, ?, 1, ?)",
                    gesture,
                    budget,
                    amount);
        }
        run(
                connection,
                "INSERT INTO bench.outbox (type, aggregate_id, payload) VALUES ('gesture.reserved',"
                        + " ?, jsonb_build_object('site', ?::bigint, 'staff', ?::bigint, 'cust',"
                        + " ?::bigint, 'amt', ?::bigint))",
                gesture,
                HOT_SITE,
                staff,
                customer,
                amount);
    }

    private static void draw(Connection connection, long budget, long amount) throws SQLException {
        run(
                connection,
                "UPDATE bench.budget SET reserved_cents = reserved_cents + ? WHERE id = ?",
                amount,
                budget);
    }

    private static void run(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
