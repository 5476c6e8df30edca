package app.leeway.customer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Writes many customers at once.
 *
 * <p><em>Design notice.</em> Arrays instead of entities: a statement per thousand customers, where
 * entities would take one per customer and another per word they are found by.
 */
@ApplicationScoped
class CustomerTable {

    private static final List<String> COLUMNS = CustomerFile.COLUMNS;
    private static final String UPSERT = upsert();
    private static final String FORGET_WORDS =
            "DELETE FROM customer_word WHERE customer_id = ANY (?)";
    private static final String LEARN_WORDS =
            "INSERT INTO customer_word (customer_id, word) SELECT * FROM unnest(?::bigint[], ?::text[])";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /** A customer is added, or changed where the line differs from what is stored. */
    ImportedCustomers write(List<CustomerLine> lines) {
        try (Connection connection = database.getConnection()) {
            return write(connection, lines);
        } catch (SQLException e) {
            throw new IllegalStateException("the customers could not be written", e);
        }
    }

    static ImportedCustomers write(Connection connection, List<CustomerLine> lines)
            throws SQLException {
        Map<String, CustomerLine> byCode = new HashMap<>();
        lines.forEach(line -> byCode.put(line.code(), line));
        Map<Long, CustomerLine> touched = new HashMap<>();
        int added = 0;
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            setColumns(connection, upsert, lines);
            try (ResultSet row = upsert.executeQuery()) {
                while (row.next()) {
                    touched.put(row.getLong(1), byCode.get(row.getString(2)));
                    added += row.getBoolean(3) ? 1 : 0;
                }
            }
        }
        writeWords(connection, touched);
        return new ImportedCustomers(added, touched.size() - added, lines.size() - touched.size());
    }

    private static void writeWords(Connection connection, Map<Long, CustomerLine> touched)
            throws SQLException {
        List<Long> ids = new ArrayList<>();
        List<String> words = new ArrayList<>();
        touched.forEach(
                (id, c) -> {
                    for (String word :
                            Words.of(c.code(), c.name(), c.phone(), c.email(), c.knownAs())) {
                        ids.add(id);
                        words.add(word);
                    }
                });
        try (PreparedStatement forget = connection.prepareStatement(FORGET_WORDS);
                PreparedStatement learn = connection.prepareStatement(LEARN_WORDS)) {
            forget.setArray(1, connection.createArrayOf("bigint", touched.keySet().toArray()));
            forget.executeUpdate();
            learn.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            learn.setArray(2, connection.createArrayOf("text", words.toArray()));
            learn.executeUpdate();
        }
    }

    private static void setColumns(
            Connection connection, PreparedStatement upsert, List<CustomerLine> lines)
            throws SQLException {
        List<Function<CustomerLine, Object>> cells =
                List.of(
                        CustomerLine::code,
                        CustomerLine::name,
                        CustomerLine::phone,
                        CustomerLine::email,
                        CustomerLine::tier,
                        CustomerLine::priceLevel,
                        CustomerLine::memberOf,
                        CustomerLine::knownAs,
                        line -> line.birthDate() == null ? null : line.birthDate().toString(),
                        CustomerLine::language,
                        CustomerLine::known);
        for (int i = 0; i < cells.size(); i++) {
            Object[] column = lines.stream().map(cells.get(i)).toArray();
            upsert.setArray(i + 1, connection.createArrayOf("text", column));
        }
    }

    /** Returns only the rows that it wrote: what is as it was costs nothing. */
    private static String upsert() {
        String arrays = String.join(", ", COLUMNS.stream().map(c -> "?::text[]").toList());
        String values =
                String.join(
                        ", ",
                        COLUMNS.stream()
                                .map(c -> c.equals("birth_date") ? "l.birth_date::date" : "l." + c)
                                .toList());
        List<String> others = COLUMNS.stream().filter(c -> !c.equals("code")).toList();
        String changes =
                String.join(", ", others.stream().map(c -> c + " = excluded." + c).toList());
        String before = String.join(", ", others.stream().map(c -> "customer." + c).toList());
        String after = String.join(", ", others.stream().map(c -> "excluded." + c).toList());
        String columns = String.join(", ", COLUMNS);
        return "INSERT INTO customer (%s) SELECT %s FROM unnest(%s) AS l(%s)"
                        .formatted(columns, values, arrays, columns)
                + " ON CONFLICT (code) DO UPDATE SET %s WHERE (%s) IS DISTINCT FROM (%s)"
                        .formatted(changes, before, after)
                + " RETURNING id, code, xmax = 0";
    }
}
