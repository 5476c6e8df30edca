package app.leeway.customer;

import app.leeway.shared.Spelling;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

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

    /** In the order of the columns. */
    private static final List<Function<CustomerLine, String>> CELLS =
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
                    CustomerTable::key);

    /** How those are spelled here who are spelled otherwise there. */
    private static final String SPELLED =
            """
            SELECT l.code AS there, c.code AS here
              FROM unnest(:codes, :keys) AS l (code, key),
                   LATERAL (SELECT s.code FROM customer s
                             WHERE s.code = l.code OR s.code_key = l.key
                             ORDER BY s.code = l.code DESC LIMIT 1) c
             WHERE c.code <> l.code
            """;

    private record SpelledSo(String there, String here) {}

    @Inject Jdbi jdbi;

    /** A customer is added, or changed where the line differs from what is stored. */
    ImportedCustomers write(List<CustomerLine> lines) {
        return jdbi.withHandle(
                handle -> {
                    List<Boolean> isNew = written(handle, asSpelledHere(handle, lines));
                    int added = (int) isNew.stream().filter(yes -> yes).count();
                    int changed = isNew.size() - added;
                    return new ImportedCustomers(added, changed, lines.size() - added - changed);
                });
    }

    /** A customer is known by one spelling, the first one, however the file spells them. */
    private static List<CustomerLine> asSpelledHere(Handle handle, List<CustomerLine> lines) {
        Map<String, String> here =
                handle.createQuery(SPELLED)
                        .bindArray("codes", String.class, column(lines, CustomerLine::code))
                        .bindArray("keys", String.class, column(lines, CustomerTable::key))
                        .map(RecordMapper.of(SpelledSo.class))
                        .collectToMap(SpelledSo::there, SpelledSo::here);
        return lines.stream()
                .map(line -> line.spelled(here.getOrDefault(line.code(), line.code())))
                .toList();
    }

    private static String key(CustomerLine line) {
        return Spelling.key(line.code());
    }

    private static List<String> column(
            List<CustomerLine> lines, Function<CustomerLine, String> cell) {
        return lines.stream().map(cell).toList();
    }

    /**
     * @return of each row that was written, whether it is new
     */
    private static List<Boolean> written(Handle handle, List<CustomerLine> lines) {
        Query upsert = handle.createQuery(UPSERT);
        for (int i = 0; i < CELLS.size(); i++) {
            upsert.bindArray(COLUMNS.get(i), String.class, column(lines, CELLS.get(i)));
        }
        return upsert.mapTo(Boolean.class).list();
    }

    /** Returns only the rows that it wrote: what is as it was costs nothing. */
    private static String upsert() {
        List<String> others = COLUMNS.stream().filter(c -> !KNOWN_BY.contains(c)).toList();
        String columns = String.join(", ", COLUMNS);
        return """
                INSERT INTO customer (%s) SELECT %s FROM unnest(%s) AS l (%s)
                    ON CONFLICT (code) DO UPDATE SET %s WHERE (%s) IS DISTINCT FROM (%s)
                RETURNING xmax = 0
                """
                .formatted(
                        columns,
                        each(COLUMNS, c -> "l." + c + "::" + TYPES.getOrDefault(c, "text")),
                        each(COLUMNS, c -> ":" + c),
                        columns,
                        each(others, c -> c + " = excluded." + c),
                        each(others, c -> "customer." + c),
                        each(others, c -> "excluded." + c));
    }

    private static String each(List<String> columns, UnaryOperator<String> form) {
        return columns.stream().map(form).collect(Collectors.joining(", "));
    }
}
