package app.leeway.absence;

import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Absences as rows. Those that were withdrawn are never read. */
@ApplicationScoped
class AbsenceStore {

    private static final String SELECT =
            """
            SELECT id, person_id, from_at AS "from", until_at AS until, stand_in_id,
                   source = 'calendar' AS from_calendar, made_by, made_at
              FROM absence WHERE withdrawn_at IS NULL
            """;

    private static final RowMapper<Absence> ABSENCE = RecordMapper.of(Absence.class);

    @Inject Jdbi jdbi;

    /**
     * Until the end of the transaction nobody else makes an absence or chooses a stand-in: a circle
     * of two that each look right for themselves cannot come to be.
     */
    void waitForOthers() {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "SELECT pg_advisory_xact_lock(hashtextextended('absence', 0))"));
    }

    List<Absence> inForce(Instant at) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(SELECT + "AND from_at <= :at AND until_at > :at")
                                .bind("at", at)
                                .map(ABSENCE)
                                .list());
    }

    /** Those that run or lie ahead, the nearest first. */
    List<Absence> notOver(Instant now) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        SELECT
                                                + "AND until_at > :now"
                                                + " ORDER BY from_at, until_at, id")
                                .bind("now", now)
                                .map(ABSENCE)
                                .list());
    }

    List<Absence> overlapping(Instant from, Instant until) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(SELECT + "AND until_at > :from AND from_at < :until")
                                .bind("from", from)
                                .bind("until", until)
                                .map(ABSENCE)
                                .list());
    }

    Optional<Absence> find(UUID id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(SELECT + "AND id = :id")
                                .bind("id", id)
                                .map(ABSENCE)
                                .findOne());
    }

    void add(Absence absence) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        INSERT INTO absence (id, person_id, from_at, until_at,
                                                             stand_in_id, source, made_by, made_at)
                                        VALUES (:id, :personId, :from, :until,
                                                :standInId, 'hand', :madeBy, :madeAt)
                                        """)
                                .bindMethods(absence)
                                .execute());
    }

    void setStandIn(UUID id, Long standInId) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        "UPDATE absence SET stand_in_id = :standIn WHERE id = :id")
                                .bind("standIn", standInId)
                                .bind("id", id)
                                .execute());
    }

    /** Whether it had not been withdrawn before. */
    boolean withdraw(UUID id, Instant at, long by) {
        return jdbi.withHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                UPDATE absence
                                                   SET withdrawn_at = :at, withdrawn_by = :by
                                                 WHERE id = :id AND withdrawn_at IS NULL
                                                """)
                                        .bind("at", at)
                                        .bind("by", by)
                                        .bind("id", id)
                                        .execute())
                == 1;
    }
}
