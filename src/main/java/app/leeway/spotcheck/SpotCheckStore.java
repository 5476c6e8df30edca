package app.leeway.spotcheck;

import app.leeway.organization.VisibleScope;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;

/** Looks as rows. */
@ApplicationScoped
class SpotCheckStore {

    private static final String LOOK =
            """
            SELECT g.id, l.why, l.state, k.name_sv AS kind_sv, k.name_en AS kind_en,
                   g.person_id, p.user_name, p.name,
                   g.place, u.name_sv AS place_sv, u.name_en AS place_en,
                   cu.name AS customer_name, g.cost_minor, c.currency, g.judged_for,
                   array(SELECT b.clause FROM gesture_bend b
                          WHERE b.gesture_id = g.id ORDER BY b.clause) AS bends,
                   l.drawn_at, l.seen_by_person_at,
                   l.by_person, e.user_name AS by_user, e.name AS by_name, l.at
              FROM company c, look l
              JOIN gesture g ON g.id = l.gesture_id
              JOIN kind k ON k.code = g.kind
              JOIN person p ON p.id = g.person_id
              JOIN org_unit u ON u.code = g.place
              LEFT JOIN customer cu ON cu.id = g.customer_id
              LEFT JOIN person e ON e.id = l.by_person
            """;
    private static final String PAGE =
            """
               AND (l.drawn_at, l.gesture_id) > (:lastDrawnAt, :lastId)
             ORDER BY l.drawn_at, l.gesture_id LIMIT :limit
            """;
    private static final String OF_OTHERS =
            LOOK
                    + """
                     WHERE l.state IN ('waiting', 'talked') AND g.state = 'settled'
                       AND g.person_id <> :person AND (g.place = ANY (:places) OR :everywhere)
                       AND (l.why <> 'sample' OR l.seen_by_person_at IS NOT NULL
                            OR l.drawn_at < :before)
                    """
                    + PAGE;
    private static final String OF_ONE =
            LOOK + "WHERE g.person_id = :person AND l.drawn_at > :since" + PAGE;

    @Inject Jdbi jdbi;

    /**
     * Those that wait or are talked about, of anybody but one, at the places that they see.
     *
     * @param before what was picked by chance later than this and not seen by whoever gave it is
     *     left out
     */
    List<SpotCheck> ofOthers(
            long person, VisibleScope reach, Instant before, SpotChecks.Place last, int limit) {
        return jdbi.withHandle(
                handle ->
                        page(handle.createQuery(OF_OTHERS), person, last, limit)
                                .bindArray("places", String.class, reach.units())
                                .bind("everywhere", reach.everything())
                                .bind("before", before)
                                .map(SpotCheckStore::spotCheck)
                                .list());
    }

    /** One's own, whatever came of them. */
    List<SpotCheck> givenBy(long person, Instant since, SpotChecks.Place last, int limit) {
        return jdbi.withHandle(
                handle ->
                        page(handle.createQuery(OF_ONE), person, last, limit)
                                .bind("since", since)
                                .map(SpotCheckStore::spotCheck)
                                .list());
    }

    private static Query page(Query list, long person, SpotChecks.Place last, int limit) {
        return list.bind("person", person)
                .bind("lastDrawnAt", last.drawnAt())
                .bind("lastId", last.id())
                .bind("limit", limit);
    }

    /** The look, nobody else's until the transaction ends. */
    Optional<SpotCheck> take(UUID id) {
        jdbi.useHandle(
                handle -> handle.execute("SELECT 1 FROM look WHERE gesture_id = ? FOR UPDATE", id));
        return find(id);
    }

    Optional<SpotCheck> find(UUID id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(LOOK + "WHERE l.gesture_id = :id")
                                .bind("id", id)
                                .map(SpotCheckStore::spotCheck)
                                .findFirst());
    }

    List<SpotCheck.Note> notes(UUID id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT p.user_name AS "user", p.name, n.at, n.text
                                          FROM look_note n JOIN person p ON p.id = n.by_person
                                         WHERE n.gesture_id = :id ORDER BY n.id
                                        """)
                                .bind("id", id)
                                .map(RecordMapper.of(SpotCheck.Note.class))
                                .list());
    }

    void save(UUID id, SpotCheck.State state, long by, Instant at) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        UPDATE look SET state = :state, by_person = :by, at = :at
                                         WHERE gesture_id = :id
                                        """)
                                .bind("state", state.code())
                                .bind("by", by)
                                .bind("at", at)
                                .bind("id", id)
                                .execute());
    }

    void seen(UUID id, Instant at) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        UPDATE look
                                           SET seen_by_person_at = coalesce(seen_by_person_at, :at)
                                         WHERE gesture_id = :id
                                        """)
                                .bind("at", at)
                                .bind("id", id)
                                .execute());
    }

    void say(UUID id, long by, Instant at, String text) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        INSERT INTO look_note (gesture_id, by_person, at, text)
                                        VALUES (:id, :by, :at, :text)
                                        """)
                                .bind("id", id)
                                .bind("by", by)
                                .bind("at", at)
                                .bind("text", text)
                                .execute());
    }

    void ask(UUID id, String clause, String guardrail, String text, long by, Instant at) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        INSERT INTO rule_question (gesture_id, clause, guardrail,
                                                                   text, by_person, at)
                                        VALUES (:id, :clause, :guardrail, :text, :by, :at)
                                        """)
                                .bind("id", id)
                                .bind("clause", clause)
                                .bind("guardrail", guardrail)
                                .bind("text", text)
                                .bind("by", by)
                                .bind("at", at)
                                .execute());
    }

    private static SpotCheck spotCheck(RowView row) {
        return new SpotCheck(
                row.getColumn("id", UUID.class),
                row.getColumn("why", String.class),
                row.getColumn("state", SpotCheck.State.class),
                text(row, "kind"),
                row.getColumn("person_id", Long.class),
                row.getColumn("user_name", String.class),
                row.getColumn("name", String.class),
                row.getColumn("place", String.class),
                text(row, "place"),
                row.getColumn("customer_name", String.class),
                Money.of(
                        row.getColumn("cost_minor", Long.class),
                        row.getColumn("currency", String.class)),
                row.getColumn("judged_for", Instant.class),
                List.of(row.getColumn("bends", String[].class)),
                row.getColumn("drawn_at", Instant.class),
                row.getColumn("seen_by_person_at", Instant.class),
                by(row),
                List.of());
    }

    private static LocalizedText text(RowView row, String of) {
        return new LocalizedText(
                row.getColumn(of + "_sv", String.class), row.getColumn(of + "_en", String.class));
    }

    /** Null: nobody looked yet. */
    private static SpotCheck.By by(RowView row) {
        Long person = row.getColumn("by_person", Long.class);
        return person == null
                ? null
                : new SpotCheck.By(
                        person,
                        row.getColumn("by_user", String.class),
                        row.getColumn("by_name", String.class),
                        row.getColumn("at", Instant.class));
    }
}
