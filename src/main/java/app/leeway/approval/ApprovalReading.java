package app.leeway.approval;

import app.leeway.organization.Organization;
import app.leeway.organization.Person;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads what people see of exceptions, once it is known that they may. */
record ApprovalReading(DataSource database, Organization organization, String currency) {

    /** A customer who waits first, then what is due first. */
    static final String URGENT = "(a.waiting_minutes IS NULL), a.due_at, a.id";

    private static final String COLUMNS =
            "SELECT a.*, p.user_name, p.name, u.name_sv AS place_sv, u.name_en AS place_en,"
                    + " k.name_sv AS kind_sv, k.name_en AS kind_en, cu.code AS customer,"
                    + " ok.name_sv AS offered_sv, ok.name_en AS offered_en,"
                    + " op.user_name AS offered_user, op.name AS offered_name,"
                    + " ap.user_name AS assigned_user,"
                    + " cu.name AS customer_name, g.judged_for, g.occasion,"
                    + " array(SELECT b.clause FROM gesture_bend b WHERE b.gesture_id = a.id ORDER BY"
                    + " b.clause) AS bends FROM ";
    private static final String NAMES =
            " a JOIN gesture g ON g.id = a.id JOIN kind k ON k.code = a.kind"
                    + " JOIN person p ON p.id = a.requester_id JOIN org_unit u ON u.code = a.place"
                    + " LEFT JOIN customer cu ON cu.id = a.customer_id"
                    + " LEFT JOIN kind ok ON ok.code = a.offered_kind"
                    + " LEFT JOIN person op ON op.id = a.offered_by"
                    + " LEFT JOIN person ap ON ap.id = a.assigned_to";
    private static final String CARD = COLUMNS + "approval" + NAMES;
    private static final String LOG =
            "SELECT e.at, e.verb, e.state, e.amount_minor, e.comment, p.user_name, p.name,"
                    + " f.name AS for_name FROM approval_event e"
                    + " LEFT JOIN person p ON p.id = e.person_id"
                    + " LEFT JOIN person f ON f.id = e.for_person_id"
                    + " WHERE e.approval_id = ? ORDER BY e.at, e.seq";

    /**
     * The first of those that meet a condition. They are chosen before anything is looked up beside
     * them, so that however many wait only these are read.
     */
    static String page(String where, int limit) {
        String order = " ORDER BY " + URGENT;
        return COLUMNS
                + "(SELECT * FROM approval a"
                + where
                + order
                + " LIMIT "
                + limit
                + ")"
                + NAMES
                + order;
    }

    static ApprovalCard card(ResultSet row, String currency) throws SQLException {
        return new ApprovalCard(
                row.getObject("id", UUID.class),
                ApprovalState.of(row.getString("state")),
                row.getInt("version"),
                row.getLong("requester_id"),
                row.getString("user_name"),
                row.getString("name"),
                row.getString("place"),
                new LocalizedText(row.getString("place_sv"), row.getString("place_en")),
                row.getString("site"),
                row.getString("kind"),
                new LocalizedText(row.getString("kind_sv"), row.getString("kind_en")),
                row.getString("category"),
                row.getString("customer"),
                row.getString("customer_name"),
                Money.of(row.getLong("asked_minor"), currency),
                offered(row, currency),
                money(row, "granted_minor", currency),
                ApprovalColumns.instant(row, "asked_at"),
                ApprovalColumns.instant(row, "judged_for"),
                ApprovalColumns.instant(row, "due_at"),
                row.getObject("waiting_minutes", Integer.class),
                money(row, "fallback_minor", currency),
                row.getInt("step"),
                row.getBoolean("overdue"),
                row.getBoolean("leadership"),
                row.getString("assigned_user"),
                row.getString("occasion"),
                List.of((String[]) row.getArray("bends").getArray()));
    }

    private static ApprovalCard.Offered offered(ResultSet row, String currency)
            throws SQLException {
        Money amount = money(row, "offered_minor", currency);
        String kind = row.getString("offered_kind");
        return amount == null
                ? null
                : new ApprovalCard.Offered(
                        amount,
                        kind,
                        kind == null
                                ? null
                                : new LocalizedText(
                                        row.getString("offered_sv"), row.getString("offered_en")),
                        row.getString("offered_user"),
                        row.getString("offered_name"),
                        ApprovalColumns.instant(row, "offered_at"));
    }

    private static Money money(ResultSet row, String column, String currency) throws SQLException {
        Long minor = row.getObject(column, Long.class);
        return minor == null ? null : Money.of(minor, currency);
    }

    ApprovalCard card(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(CARD + " WHERE a.id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return card(row, currency);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("exception " + id + " could not be read", e);
        }
    }

    /** The gesture of another kind that was granted instead; null where there is none. */
    UUID replacedBy(UUID id) {
        return other("SELECT replaced_by FROM approval WHERE id = ?", id);
    }

    /** The exception that goes on with what was not granted in time; null where there is none. */
    UUID rest(UUID id) {
        return other("SELECT id FROM approval WHERE rest_of = ?", id);
    }

    private UUID other(String sql, UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getObject(1, UUID.class) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("exception " + id + " could not be read", e);
        }
    }

    List<ApprovalDetail.Entry> log(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LOG)) {
            select.setObject(1, id);
            List<ApprovalDetail.Entry> log = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    log.add(
                            new ApprovalDetail.Entry(
                                    ApprovalColumns.instant(row, "at"),
                                    row.getString("verb"),
                                    row.getString("user_name"),
                                    row.getString("name"),
                                    row.getString("for_name"),
                                    ApprovalState.of(row.getString("state")),
                                    money(row, "amount_minor", currency),
                                    row.getString("comment")));
                }
            }
            return log;
        } catch (SQLException e) {
            throw new IllegalStateException("what was said of " + id + " could not be read", e);
        }
    }

    /** Null for null. */
    ApprovalDetail.Said said(Signature yes) {
        if (yes == null) {
            return null;
        }
        Person by = organization.person(yes.byId()).orElseThrow();
        String forName =
                yes.forId() == null
                        ? null
                        : organization.person(yes.forId()).map(Person::name).orElse(null);
        return new ApprovalDetail.Said(by.user(), by.name(), forName, yes.at());
    }
}
