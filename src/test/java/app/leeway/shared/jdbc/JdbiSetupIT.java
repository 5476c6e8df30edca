package app.leeway.shared.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.support.PlainDatabase;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JdbiSetupIT {

    record Kept(UUID id, Instant at, List<String> codes, Long count) {}

    private static final String KEPT =
            """
            CREATE TABLE IF NOT EXISTS kept
            (id uuid, at timestamptz, codes text[], count bigint)
            """;

    private static PlainDatabase database;
    private static Jdbi jdbi;

    @BeforeAll
    static void start() {
        database = PlainDatabase.started("jdbi");
        database.write(KEPT);
        jdbi = JdbiSetup.over(database.source());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void what_goes_in_comes_out_whatever_the_zone_of_the_server() {
        // In the hour that the clocks of the zone below skip.
        Instant at = Instant.parse("2026-03-08T05:30:00.123456Z");
        Kept kept = new Kept(UUID.randomUUID(), at, List.of("å", "b,c"), 7L);
        TimeZone usual = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
        try {
            assertThat(roundTrip(kept)).isEqualTo(kept);
        } finally {
            TimeZone.setDefault(usual);
        }
        assertThat(
                        database.one(
                                "SELECT to_char(at AT TIME ZONE 'UTC', 'HH24:MI:SS.US')"
                                        + " FROM kept WHERE id = '"
                                        + kept.id()
                                        + "'"))
                .isEqualTo("05:30:00.123456");
    }

    @Test
    void nothing_is_of_any_type() {
        Kept nothing = new Kept(null, null, null, null);

        assertThat(roundTrip(nothing)).isEqualTo(nothing);
    }

    @Test
    void angle_brackets_and_casts_are_not_parameters() {
        int sum =
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(
                                                "SELECT count(*)::int FROM generate_series(1, 9) s (n)"
                                                        + " WHERE n<:top AND n<>5 AND ':no' <> ''")
                                        .bind("top", 8)
                                        .mapTo(int.class)
                                        .one());

        assertThat(sum).isEqualTo(6);
    }

    @Test
    void a_failure_names_the_statement_and_nothing_that_was_bound() {
        assertThatThrownBy(
                        () ->
                                jdbi.useHandle(
                                        handle ->
                                                handle.createUpdate(
                                                                "INSERT INTO kept (count)"
                                                                        + " VALUES (:text)")
                                                        .bind("text", "Anna Andersson")
                                                        .execute()))
                .isInstanceOf(JdbiException.class)
                .hasMessageContaining("INSERT INTO kept")
                .hasMessageNotContaining("Anna")
                .satisfies(failure -> assertThat(SqlState.is("42804", failure)).isTrue())
                .satisfies(failure -> assertThat(SqlState.is("23505", failure)).isFalse());
    }

    @Test
    void a_call_within_a_call_has_a_connection_of_its_own() {
        jdbi.useHandle(
                outer ->
                        jdbi.useHandle(
                                inner ->
                                        assertThat(inner.getConnection())
                                                .isNotSameAs(outer.getConnection())));
    }

    @Test
    void a_record_is_read_whole_or_not_at_all() {
        for (String columns :
                List.of("id, at, codes", "id, at, codes, count, 1", "id, at, codes, 1")) {
            assertThatThrownBy(
                            () ->
                                    jdbi.useHandle(
                                            handle ->
                                                    handle.createQuery(
                                                                    "SELECT "
                                                                            + columns
                                                                            + " FROM kept")
                                                            .map(RecordMapper.of(Kept.class))
                                                            .list()))
                    .as(columns)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Kept");
        }
    }

    private static Kept roundTrip(Kept kept) {
        database.write("TRUNCATE kept");
        jdbi.useHandle(
                handle ->
                        handle.createUpdate("INSERT INTO kept VALUES (:id, :at, :codes, :count)")
                                .bind("id", kept.id())
                                .bind("at", kept.at())
                                .bindArray("codes", String.class, kept.codes())
                                .bind("count", kept.count())
                                .execute());
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("SELECT id, at, codes, count FROM kept")
                                .map(RecordMapper.of(Kept.class))
                                .one());
    }
}
