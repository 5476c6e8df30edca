package app.leeway.approval;

import app.leeway.organization.Organization;
import app.leeway.organization.Person;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import app.leeway.shared.jdbc.Conditions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/** Reads what people see of exceptions, once it is known that they may. */
record ApprovalReading(Jdbi jdbi, Organization organization) {

    /** A customer who waits first, then what is due first. */
    static final String URGENT = "(a.waiting_minutes IS NULL), a.due_at, a.id";

    private static final String COLUMNS =
            """
            SELECT a.*, p.user_name, p.name, u.name_sv AS place_sv, u.name_en AS place_en,
                   k.name_sv AS kind_sv, k.name_en AS kind_en,
                   cu.code AS customer, cu.name AS customer_name,
                   ok.name_sv AS offered_sv, ok.name_en AS offered_en,
                   op.user_name AS offered_user, op.name AS offered_name,
                   ap.user_name AS assigned_user, g.judged_for, g.occasion,
                   array(SELECT b.clause FROM gesture_bend b
                          WHERE b.gesture_id = a.id ORDER BY b.clause) AS bends
              FROM\s""";
    private static final String NAMES =
            """
             a
              JOIN gesture g ON g.id = a.id
              JOIN kind k ON k.code = a.kind
              JOIN person p ON p.id = a.requester_id
              JOIN org_unit u ON u.code = a.place
              LEFT JOIN customer cu ON cu.id = a.customer_id
              LEFT JOIN kind ok ON ok.code = a.offered_kind
              LEFT JOIN person op ON op.id = a.offered_by
              LEFT JOIN person ap ON ap.id = a.assigned_to
            """;
    private static final String LOG =
            """
            SELECT e.at, e.verb, e.state, e.amount_minor, e.comment,
                   p.user_name, p.name, f.name AS for_name
              FROM approval_event e
              LEFT JOIN person p ON p.id = e.person_id
              LEFT JOIN person f ON f.id = e.for_person_id
             WHERE e.approval_id = :id ORDER BY e.at, e.seq
            """;

    /**
     * The first of those that meet a condition. They are chosen before anything is looked up beside
     * them, so that however many wait only these are read.
     */
    static String page(String where, int limit) {
        String order = " ORDER BY " + URGENT;
        String chosen = "(SELECT * FROM approval a" + where + order + " LIMIT " + limit + ")";
        return COLUMNS + chosen + NAMES + order;
    }

    List<ApprovalCard> cards(Conditions query, int limit) {
        return jdbi.withHandle(
                handle ->
                        query.bindTo(handle.createQuery(page(query.where(), limit)))
                                .map(this::card)
                                .list());
    }

    ApprovalCard card(UUID id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(COLUMNS + "approval" + NAMES + "WHERE a.id = :id")
                                .bind("id", id)
                                .map(this::card)
                                .one());
    }

    private ApprovalCard card(RowView row) {
        return new ApprovalCard(
                row.getColumn("id", UUID.class),
                ApprovalState.of(text(row, "state")),
                row.getColumn("version", Integer.class),
                row.getColumn("requester_id", Long.class),
                text(row, "user_name"),
                text(row, "name"),
                text(row, "place"),
                new LocalizedText(text(row, "place_sv"), text(row, "place_en")),
                text(row, "site"),
                text(row, "kind"),
                new LocalizedText(text(row, "kind_sv"), text(row, "kind_en")),
                text(row, "category"),
                text(row, "customer"),
                text(row, "customer_name"),
                money(row, "asked_minor"),
                offered(row),
                money(row, "granted_minor"),
                row.getColumn("asked_at", Instant.class),
                row.getColumn("judged_for", Instant.class),
                row.getColumn("due_at", Instant.class),
                row.getColumn("waiting_minutes", Integer.class),
                money(row, "fallback_minor"),
                row.getColumn("step", Integer.class),
                row.getColumn("overdue", Boolean.class),
                row.getColumn("leadership", Boolean.class),
                text(row, "assigned_user"),
                text(row, "occasion"),
                List.of(row.getColumn("bends", String[].class)));
    }

    private ApprovalCard.Offered offered(RowView row) {
        Money amount = money(row, "offered_minor");
        String kind = text(row, "offered_kind");
        return amount == null
                ? null
                : new ApprovalCard.Offered(
                        amount,
                        kind,
                        kind == null
                                ? null
                                : new LocalizedText(
                                        text(row, "offered_sv"), text(row, "offered_en")),
                        text(row, "offered_user"),
                        text(row, "offered_name"),
                        row.getColumn("offered_at", Instant.class));
    }

    private static String text(RowView row, String column) {
        return row.getColumn(column, String.class);
    }

    private Money money(RowView row, String column) {
        Long minor = row.getColumn(column, Long.class);
        return minor == null ? null : Money.of(minor, organization.company().currency());
    }

    /** The gesture of another kind that was granted instead; null where there is none. */
    UUID replacedBy(UUID id) {
        return other("SELECT replaced_by FROM approval WHERE id = :id", id);
    }

    /** The exception that goes on with what was not granted in time; null where there is none. */
    UUID rest(UUID id) {
        return other("SELECT id FROM approval WHERE rest_of = :id", id);
    }

    private UUID other(String sql, UUID id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(sql)
                                .bind("id", id)
                                .mapTo(UUID.class)
                                .findOne()
                                .orElse(null));
    }

    List<ApprovalDetail.Entry> log(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery(LOG).bind("id", id).map(this::entry).list());
    }

    private ApprovalDetail.Entry entry(RowView row) {
        return new ApprovalDetail.Entry(
                row.getColumn("at", Instant.class),
                text(row, "verb"),
                text(row, "user_name"),
                text(row, "name"),
                text(row, "for_name"),
                ApprovalState.of(text(row, "state")),
                money(row, "amount_minor"),
                text(row, "comment"));
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
