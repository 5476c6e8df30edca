package app.leeway.payoff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Facts of the known world, as a table and as episodes. Customers come back, in pairs. */
final class FactTable {

    static final int DAYS = 90;

    private FactTable() {}

    /** Empties the tables and fills them. */
    static void fill(DataSource source, List<Krona.Customer> customers) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("TRUNCATE episode_fact, episode_clause");
            try (PreparedStatement fact =
                            connection.prepareStatement(
                                    "INSERT INTO episode_fact VALUES ("
                                            + DAYS
                                            + ",?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
                    PreparedStatement clause =
                            connection.prepareStatement(
                                    "INSERT INTO episode_clause VALUES (?,?)")) {
                for (Krona.Customer customer : customers) {
                    write(fact, customer);
                    for (String bent : clauses(customer)) {
                        clause.setString(1, "e" + customer.id());
                        clause.setString(2, bent);
                        clause.addBatch();
                    }
                }
                fact.executeBatch();
                clause.executeBatch();
            }
            connection.commit();
            connection.createStatement().execute("ANALYZE episode_fact, episode_clause");
            connection.commit();
        }
    }

    private static void write(PreparedStatement fact, Krona.Customer c) throws SQLException {
        Object[] values = {
            "e" + c.id(),
            who(c),
            "s" + c.site(),
            day(c),
            c.isGiven() ? 1 : 0,
            kind(c),
            "" + c.segment(),
            incident(c),
            "" + c.balance(),
            nth(c),
            damage(c),
            c.cost(),
            c.outcome(),
            c.baseline(),
            c.before(),
            bought(c),
            c.active() ? 1.0 : 0.0
        };
        for (int i = 0; i < values.length; i++) {
            fact.setObject(i + 1, values[i]);
        }
        fact.addBatch();
    }

    static List<Episode> episodes(List<Krona.Customer> customers) {
        List<Episode> episodes = new ArrayList<>();
        for (Krona.Customer c : customers) {
            Map<String, String> words = new TreeMap<>();
            words.put("quarter", "" + day(c) / 90);
            words.put("segment", "" + c.segment());
            words.put("incident", incident(c));
            words.put("capital", "" + c.balance());
            if (c.isGiven()) {
                words.put("nth", nth(c));
                words.put("damage", damage(c));
            }
            episodes.add(
                    new Episode(
                            who(c),
                            "s" + c.site(),
                            kind(c),
                            clauses(c),
                            c.cost(),
                            c.outcome(),
                            c.baseline(),
                            c.before(),
                            bought(c),
                            c.active(),
                            words,
                            Map.of()));
        }
        return episodes;
    }

    /** Two episodes each; the table must not take them for two people. */
    private static String who(Krona.Customer c) {
        return "c" + c.id() / 2;
    }

    private static int day(Krona.Customer c) {
        return 20_000 + 30 * c.month();
    }

    private static String kind(Krona.Customer c) {
        return c.isGiven() ? Krona.KINDS.get(c.kind()) : null;
    }

    private static String incident(Krona.Customer c) {
        return c.incident() == 0 ? Episode.NO_INCIDENT : "i" + c.incident();
    }

    private static String nth(Krona.Customer c) {
        return c.isGiven() ? "" + (1 + c.id() % 3) : null;
    }

    private static String damage(Krona.Customer c) {
        return c.isGiven() ? c.cost() > 100 ? "above" : "below" : null;
    }

    /** Many had bought nothing: equal values share a band. */
    private static double bought(Krona.Customer c) {
        return Math.max(0, c.history() - 700);
    }

    private static List<String> clauses(Krona.Customer c) {
        return !c.isGiven() || c.id() % 2 == 0
                ? List.of()
                : c.id() % 3 == 0 ? List.of("late", "free") : List.of("late");
    }
}
