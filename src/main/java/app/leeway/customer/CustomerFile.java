package app.leeway.customer;

import app.leeway.customer.Utf8Text.UnfitTextException;
import app.leeway.shared.Complaint;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Spelling;
import app.leeway.shared.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A customer file: CSV in UTF-8, with or without a byte order mark, its first line naming the
 * columns. It is read whole or refused whole, with every row that is wrong and its line, as far as
 * anybody would read on.
 */
final class CustomerFile {

    static final List<String> COLUMNS =
            List.of(
                    "code",
                    "name",
                    "phone",
                    "email",
                    "tier",
                    "price_level",
                    "member_of",
                    "known_as",
                    "birth_date",
                    "language",
                    "known");

    static final int BYTES_MAX = 100 * 1024 * 1024;
    private static final int ROWS_MAX = 250_000;
    private static final int PROBLEMS_MAX = 1000;
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final List<Violation> problems = new ArrayList<>();
    private final List<CustomerLine> lines = new ArrayList<>();
    private final Map<String, Long> lineOfKey = new HashMap<>();
    private long line = 1; // where the row that is being read begins

    private CustomerFile() {}

    /**
     * @throws RefusedException INVALID with every problem; the field of each is {@code line 7}
     * @throws UncheckedIOException when the stream breaks
     */
    static List<CustomerLine> read(InputStream csv) {
        CustomerFile file = new CustomerFile();
        try (Utf8Text text = new Utf8Text(csv, BYTES_MAX)) {
            file.readText(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file.refuseWhenWrong();
        return file.lines;
    }

    private void refuseWhenWrong() {
        if (!problems.isEmpty()) {
            throw new RefusedException(
                    Refusal.INVALID,
                    problems.size() == 1
                            ? "The customer file has a problem; nothing was changed."
                            : "The customer file has %d problems; nothing was changed."
                                    .formatted(problems.size()),
                    problems);
        }
    }

    private void readText(Utf8Text text) throws IOException {
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            readRows(parser);
        } catch (UncheckedIOException e) { // of the parser's iterator
            stopAt(e.getCause());
        } catch (IOException e) {
            stopAt(e);
        }
    }

    private void stopAt(IOException why) throws IOException {
        if (why instanceof UnfitTextException unfit) {
            problems.clear();
            wrong(unfit.line(), unfit.complaint());
        } else if (why instanceof CSVException) {
            wrong(line, "not-csv", why.getMessage());
        } else {
            throw why;
        }
    }

    private void readRows(CSVParser parser) throws IOException {
        var rows = parser.iterator();
        if (!rows.hasNext()) {
            wrong(1, "missing-header", header());
            return;
        }
        List<String> columns = List.of(rows.next().values());
        if (!headerIsRight(columns)) {
            return;
        }
        line = parser.getCurrentLineNumber() + 1;
        while (rows.hasNext()) {
            readRow(columns, rows.next());
            line = parser.getCurrentLineNumber() + 1;
        }
    }

    private boolean headerIsRight(List<String> columns) {
        for (String column : columns) {
            if (!COLUMNS.contains(column)) {
                wrong(1, "unknown-column", column, header());
            }
        }
        for (String column : COLUMNS) {
            long times = columns.stream().filter(column::equals).count();
            if (times != 1) {
                wrong(1, times == 0 ? "missing-column" : "duplicate-column", column, times);
            }
        }
        return problems.isEmpty();
    }

    private void readRow(List<String> columns, CSVRecord row) {
        if (lines.size() >= ROWS_MAX) {
            wrong(line, "too-many.customers", ROWS_MAX);
            refuseWhenWrong();
        }
        if (problems.size() >= PROBLEMS_MAX) {
            wrong(line, "too-many.problems", PROBLEMS_MAX);
            refuseWhenWrong();
        }
        if (row.size() != columns.size()) {
            wrong(line, "wrong-number-of-cells", row.size(), columns.size());
            return;
        }
        CustomerCsv cells = new CustomerCsv(columns, row, line, problems);
        CustomerLine customer = cells.customer();
        String key = Spelling.key(customer.code());
        Long before = lineOfKey.putIfAbsent(key, line);
        if (key != null && before != null) {
            wrong(line, "duplicate-code.customer", customer.code(), before);
        }
        lines.add(customer);
    }

    private static String header() {
        return String.join(",", COLUMNS);
    }

    private void wrong(long line, String complaint, Object... things) {
        problems.add(new Violation("line " + line, Complaint.of(complaint, things)));
    }
}
