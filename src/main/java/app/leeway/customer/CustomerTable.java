package app.leeway.customer;

import app.leeway.shared.Spelling;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Writes many customers at once.
 *
 * <p><em>Design notice.</em> Arrays instead of entities: a statement per thousand customers, where
 * entities would take one for each of them.
 */
@ApplicationScoped
class CustomerTable {

    private static final List<String> COLUMNS =
            Stream.concat(CustomerFile.COLUMNS.stream(), Stream.of("words", "code_key")).toList();
    private static final List<String> KNOWN_BY = List.of("code", "code_key");
    private static final Map<String, String> TYPES =
            Map.of("birth_date", "date", "words", "tsvector");
    private static final String UPSERT = upsert();

    /** How those are spelled here who are spelled otherwise there. */
    private static final String SPELLED =
            "SELECT l.code, c.code FROM unnest(?::text[], ?::text[]) AS l (code, key),"
                    + " LATERAL (SELECT s.code FROM customer s WHERE s.code = l.code OR s.code_key = l.key"
                    + " ORDER BY s.code = l.code DESC LIMIT 1) c WHERE c.code <> l.code";

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

    private static ImportedCustomers write(Connection connection, List<CustomerLine> lines)
            throws SQLException {
        List<CustomerLine> known = asSpelledHere(connection, lines);
        int added = 0;
        int changed = 0;
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            setColumns(connection, upsert, known);
            try (ResultSet row = upsert.executeQuery()) {
                while (row.next()) {
                    boolean isNew = row.getBoolean(1);
                    added += isNew ? 1 : 0;
                    changed += isNew ? 0 : 1;
                }
            }
        }
        return new ImportedCustomers(added, changed, lines.size() - added - changed);
    }

    /** A customer is known by one spelling, the first one, however the file spells them. */
    private static List<CustomerLine> asSpelledHere(Connection connection, List<CustomerLine> lines)
            throws SQLException {
        Map<String, String> here = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SPELLED)) {
            select.setArray(1, texts(connection, lines, CustomerLine::code));
            select.setArray(2, texts(connection, lines, line -> Spelling.key(line.code())));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    here.put(row.getString(1), row.getString(2));
                }
            }
        }
        return lines.stream()
                .map(line -> line.spelled(here.getOrDefault(line.code(), line.code())))
                .toList();
    }

    private static Array texts(
            Connection connection, List<CustomerLine> lines, Function<CustomerLine, Object> cell)
            throws SQLException {
        return connection.createArrayOf("text", lines.stream().map(cell).toArray());
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
                        CustomerLine::known,
                        line -> String.join(" ", SearchTerms.of(line)),
                        line -> Spelling.key(line.code()));
        for (int i = 0; i < cells.size(); i++) {
            upsert.setArray(i + 1, texts(connection, lines, cells.get(i)));
        }
    }

    /** Returns only the rows that it wrote: what is as it was costs nothing. */
    private static String upsert() {
        List<String> others = COLUMNS.stream().filter(c -> !KNOWN_BY.contains(c)).toList();
        String columns = String.join(", ", COLUMNS);
        return "INSERT INTO customer (%s) SELECT %s FROM unnest(%s) AS l(%s)"
                        .formatted(
                                columns,
                                each(COLUMNS, c -> "l." + c + "::" + TYPES.getOrDefault(c, "text")),
                                each(COLUMNS, c -> "?::text[]"),
                                columns)
                + " ON CONFLICT (code) DO UPDATE SET %s WHERE (%s) IS DISTINCT FROM (%s)"
                        .formatted(
                                each(others, c -> c + " = excluded." + c),
                                each(others, c -> "customer." + c),
                                each(others, c -> "excluded." + c))
                + " RETURNING xmax = 0";
    }

    private static String each(List<String> columns, UnaryOperator<String> form) {
        return columns.stream().map(form).collect(Collectors.joining(", "));
    }
}
