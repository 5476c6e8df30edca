package app.leeway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.support.HandClock;
import app.leeway.support.PlainDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditLogIT {

    private static PlainDatabase database;

    private final AuditLog reading = RecordFixture.reading(database.source());
    private final AuditTrail trail =
            RecordFixture.trail(database.source(), new HandClock("2026-11-25T10:00:00Z"));

    @BeforeAll
    static void start() {
        database = PlainDatabase.started("record");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void nothingHappened() {
        RecordFixture.clear(database);
    }

    @Test
    void an_entry_is_read_with_its_place() {
        trail.append(
                List.of(
                        note("gesture.logged", "g-1", "krogen"),
                        note("gesture.settled", "g-1", null)));

        assertThat(reading.between(0, 2))
                .extracting(AuditLog.Entry::place)
                .containsExactly("krogen", null);
        assertThat(reading.at(1)).map(AuditLog.Entry::what).hasValue("gesture.logged");
    }

    @Test
    void only_published_entries_are_read_and_mentions_of_any() {
        trail.append(
                List.of(
                        note("company.imported", "c", null),
                        note("gesture.logged", "g-1", "krogen"),
                        note("webhook.added", "w", null)));

        assertThat(reading.between(0, 3)).extracting(AuditLog.Entry::seq).containsExactly(2L);
        assertThat(reading.at(3)).isEmpty();
        assertThat(reading.mentions(0, List.of("company", "webhook"), 9))
                .containsExactly(new AuditLog.Mention(1, "c"), new AuditLog.Mention(3, "w"));
    }

    @Test
    void nobody_changes_a_place_of_the_record() {
        trail.append(List.of(note("gesture.logged", "g-1", "krogen")));
        database.write("ALTER TABLE audit_entry_place ENABLE TRIGGER USER");

        assertThatThrownBy(() -> database.write("UPDATE audit_entry_place SET place = 'gymmet'"))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void of_many_entries_only_those_asked_for_are_looked_through() throws SQLException {
        database.write(
                "INSERT INTO audit_entry (seq, at, what, subject, after, previous, hash) SELECT n, now(),"
                        + " CASE n % 3 WHEN 0 THEN 'gesture.logged' WHEN 1 THEN 'approval.asked'"
                        + " ELSE 'customer.read' END, n::text, '{}', '', ''"
                        + " FROM generate_series(1, 100000) n",
                "INSERT INTO audit_entry_place SELECT seq, 'krogen' FROM audit_entry"
                        + " WHERE what <> 'customer.read'",
                "ANALYZE audit_entry",
                "ANALYZE audit_entry_place");

        for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
            assertThat(plan(mode)).contains("Index Cond").doesNotContain("Seq Scan", "::json");
        }
    }

    /** Entries as versions before kept them: the place in the first entry of each gesture alone. */
    @Test
    void entries_there_are_already_get_the_place_that_they_were_read_with() throws IOException {
        trail.append(
                List.of(
                        old("gesture.logged", "g-1", "{\"place\":\"krogen\"}"),
                        old("approval.asked", "g-1", "{\"place\":\"krogen\"}"),
                        old("gesture.settled", "g-1", "{\"state\":\"settled\"}"),
                        old("approval.approved", "g-1", "{}"),
                        old("gesture.logged", "g-2", "{\"place\":\"gymmet\"}"),
                        old("company.imported", "g-2", "{\"place\":\"house\"}"),
                        old("gesture.logged", "g-3", "{}")));
        String hash = database.one("SELECT encode(hash, 'hex') FROM audit_head");
        database.write(fill());

        assertThat(
                        database.one(
                                "SELECT string_agg(seq || ' ' || place, ', ' ORDER BY seq)"
                                        + " FROM audit_entry_place"))
                .isEqualTo("1 krogen, 2 krogen, 3 krogen, 4 krogen, 5 gymmet");
        assertThat(database.one("SELECT encode(hash, 'hex') FROM audit_head")).isEqualTo(hash);
    }

    /** The statement of the migration that fills the table. */
    private static String fill() throws IOException {
        try (InputStream file =
                AuditLogIT.class.getResourceAsStream("/db/migration/V019__places_of_entries.sql")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf("INSERT"), text.indexOf("CREATE TRIGGER"));
        }
    }

    private static AuditNote note(String what, String subject, String place) {
        return new AuditNote(null, what, subject, null, "{}", place);
    }

    private static AuditNote old(String what, String subject, String after) {
        return new AuditNote(null, what, subject, null, after);
    }

    /** How the database reads two hundred entries, once it knows their numbers or in general. */
    private static String plan(String mode) throws SQLException {
        String statement =
                AuditLog.PUBLISHED
                        .replace(":after", "$1")
                        .replace(":until", "$2")
                        .replace(":prefixes", "$3");
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.source().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("SET plan_cache_mode = " + mode);
            sql.execute("PREPARE published (bigint, bigint, text[]) AS " + statement);
            try (ResultSet row =
                    sql.executeQuery(
                            "EXPLAIN EXECUTE published (99000, 99200, '{gesture,approval}')")) {
                while (row.next()) {
                    plan.append(row.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }
}
