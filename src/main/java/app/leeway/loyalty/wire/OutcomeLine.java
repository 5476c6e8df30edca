package app.leeway.loyalty.wire;

import app.leeway.loyalty.Outcome;
import app.leeway.loyalty.OutcomeType;
import app.leeway.loyalty.Received;
import app.leeway.shared.Complaint;
import app.leeway.shared.Money;
import app.leeway.shared.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A line of a file of outcomes: CSV (RFC 4180, but never over two lines, so that one broken line
 * cannot swallow those that follow).
 */
public final class OutcomeLine {

    /** What a file may have; the first four it must. */
    public static final List<String> COLUMNS =
            List.of(
                    "id",
                    "type",
                    "customer",
                    "time",
                    "source",
                    "amount",
                    "currency",
                    "category",
                    "score",
                    "points",
                    "tier",
                    "gesture",
                    "corrects",
                    "reverses");

    public static final int NEEDED = 4;

    private static final int TEXT_MAX = 200;

    private final Map<String, Integer> columns = new HashMap<>();
    private final String source;
    private final List<Violation> problems = new ArrayList<>();
    private List<String> cells;

    /**
     * @param columns of the file, in its order
     * @param source of lines that name none
     */
    public OutcomeLine(List<String> columns, String source) {
        columns.forEach(column -> this.columns.put(column, this.columns.size()));
        this.source = source;
    }

    /** What the line says, or all that is wrong with it. */
    public Received read(long number, String line) {
        problems.clear();
        cells = split(line);
        if (cells == null) {
            return refused(number, "", Complaint.of("not-csv.line"));
        }
        if (cells.size() != columns.size()) {
            return refused(
                    number,
                    "",
                    Complaint.of("wrong-number-of-cells", cells.size(), columns.size()));
        }
        Outcome outcome = outcome();
        return problems.isEmpty()
                ? Received.of(number, outcome)
                : Received.refused(number, problems);
    }

    private static Received refused(long number, String field, Complaint why) {
        return Received.refused(number, List.of(new Violation(field, why)));
    }

    private Outcome outcome() {
        String from = text("source");
        String id = needed("id");
        String customer = needed("customer");
        Instant at = value("time", text -> OffsetDateTime.parse(text).toInstant());
        if (text("time") == null) {
            wrong("time", Complaint.of("missing.cell", "time"));
        }
        String corrects = text("corrects");
        String reverses = text("reverses");
        if (corrects != null && reverses != null) {
            wrong("corrects", Complaint.of("misplaced.outcome", "corrects", "reversal"));
        }
        OutcomeType type = type(reverses != null);
        Money amount = amount();
        Integer score = value("score", Integer::valueOf);
        Long points = value("points", Long::valueOf);
        UUID gesture = value("gesture", UUID::fromString);
        if (!problems.isEmpty()) {
            return null;
        }
        return new Outcome(
                from == null ? source : from,
                id,
                type,
                customer,
                at,
                amount,
                text("category"),
                score,
                points,
                text("tier"),
                gesture,
                reverses == null ? corrects : reverses);
    }

    private OutcomeType type(boolean isReversal) {
        String code = text("type");
        if (code == null && isReversal) {
            return OutcomeType.REVERSAL;
        }
        if (code == null) {
            wrong("type", Complaint.of("missing.cell", "type"));
            return null;
        }
        return OutcomeType.of(code)
                .orElseGet(
                        () -> {
                            String known = String.join(", ", OutcomeType.codes());
                            return wrong("type", Complaint.of("unknown-value", code, known));
                        });
    }

    private Money amount() {
        String text = text("amount");
        String currency = text("currency");
        if (text == null) {
            return null;
        }
        if (currency == null) {
            return wrong("currency", Complaint.of("missing.cell", "currency"));
        }
        try {
            return Money.parse(text, currency);
        } catch (IllegalArgumentException e) {
            return wrong("amount", Complaint.of("not-an-amount", text, currency, Money.MOST_MAJOR));
        }
    }

    private <T> T value(String column, Function<String, T> reading) {
        String text = text(column);
        try {
            return text == null ? null : reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            return wrong(column, Complaint.of("malformed.cell", column, text));
        }
    }

    private String needed(String column) {
        String text = text(column);
        return text == null ? wrong(column, Complaint.of("missing.cell", column)) : text;
    }

    private String text(String column) {
        Integer at = columns.get(column);
        String text = at == null ? "" : cells.get(at).strip();
        if (text.length() > TEXT_MAX) {
            return wrong(column, Complaint.of("too-long.cell", column, TEXT_MAX));
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) == '\uFFFD') {
                return wrong(column, Complaint.of("malformed.control", column));
            }
        }
        return text.isEmpty() ? null : text;
    }

    private <T> T wrong(String field, Complaint complaint) {
        problems.add(new Violation(field, complaint));
        return null;
    }

    /**
     * The cells of a line.
     *
     * @return null when its quotation marks do not match
     */
    public static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return quoted ? null : cells;
    }
}
