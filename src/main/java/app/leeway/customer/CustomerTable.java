package app.leeway.customer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
            Stream.concat(CustomerFile.COLUMNS.stream(), Stream.of("words")).toList();
    private static final Map<String, String> TYPES =
            Map.of("birth_date", "date", "words", "tsvector");
    private static final String UPSERT = upsert();

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
        int added = 0;
        int changed = 0;
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            setColumns(connection, upsert, lines);
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
                        line -> String.join(" ", Words.of(line)));
        for (int i = 0; i < cells.size(); i++) {
            Object[] column = lines.stream().map(cells.get(i)).toArray();
            upsert.setArray(i + 1, connection.createArrayOf("text", column));
        }
    }

    /** Returns only the rows that it wrote: what is as it was costs nothing. */
    private static String upsert() {
        List<String> others = COLUMNS.stream().filter(c -> !c.equals("code")).toList();
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
