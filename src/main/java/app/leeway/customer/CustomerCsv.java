package app.leeway.customer;

import app.leeway.shared.Complaint;
import app.leeway.shared.Spelling;
import app.leeway.shared.Violation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** The cells of one row of a customer file, each with what it must look like. */
final class CustomerCsv {

    private static final Pattern CODE = Pattern.compile("[^\\s\\p{Cntrl}]{1,80}");
    private static final Pattern PHONE = Pattern.compile("[+(]*\\d[\\d ()/.\u00a0-]{2,38}");
    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s\\p{Cntrl}]{1,100}@[^@\\s\\p{Cntrl}]{1,150}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}_-]{1,40}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}&&[^\\n\\r\\t]]*");

    private final List<String> columns;
    private final CSVRecord row;
    private final long line;
    private final List<Violation> problems;

    CustomerCsv(List<String> columns, CSVRecord row, long line, List<Violation> problems) {
        this.columns = columns;
        this.row = row;
        this.line = line;
        this.problems = problems;
    }

    CustomerLine customer() {
        return new CustomerLine(
                needed("code", code()),
                needed("name", text("name", 200)),
                matching("phone", PHONE, "malformed.phone"),
                matching("email", EMAIL, "malformed.mail"),
                matching("tier", WORD, "malformed.word"),
                matching("price_level", WORD, "malformed.word"),
                matching("member_of", WORD, "malformed.word"),
                text("known_as", 200),
                date("birth_date"),
                matching("language", LANGUAGE, "malformed.language"),
                text("known", 2000));
    }

    /** Characters that nobody sees are not enough to be known by. */
    private String code() {
        String code = matching("code", CODE, "malformed.customer");
        if (code != null && Spelling.key(code) == null) {
            wrong("malformed.customer", "code", code);
            return null;
        }
        return code;
    }

    private String cell(String column) {
        String text = row.get(columns.indexOf(column)).strip();
        return text.isEmpty() ? null : text;
    }

    private String needed(String column, String value) {
        if (value == null && cell(column) == null) {
            wrong("missing.cell", column);
        }
        return value;
    }

    private String matching(String column, Pattern pattern, String otherwise) {
        String text = cell(column);
        if (text != null && !pattern.matcher(text).matches()) {
            wrong(otherwise, column, text);
            return null;
        }
        return text;
    }

    private String text(String column, int lengthMax) {
        String text = matching(column, TEXT, "malformed.control");
        if (text != null && text.length() > lengthMax) {
            wrong("too-long.cell", column, lengthMax);
        }
        return text;
    }

    private LocalDate date(String column) {
        String text = cell(column);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            wrong("malformed.date", column, text);
            return null;
        }
    }

    private void wrong(String complaint, Object... things) {
        problems.add(new Violation("line " + line, Complaint.of(complaint, things)));
    }
}
