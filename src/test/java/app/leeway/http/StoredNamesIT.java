package app.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.shared.jdbc.JdbiSetup;
import app.leeway.support.PlainDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Answers that were kept with names, before and after the database is brought up to date. */
class StoredNamesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String APPROVED =
            "{\"approval\":{\"id\":\"x\",\"who\":{\"user\":\"anna\",\"name\":\"Anna Ek\"},"
                    + "\"customer\":\"C-1\",\"customerName\":\"Olof Bank\","
                    + "\"asked\":{\"amount\":\"700.00\",\"currency\":\"SEK\"}},"
                    + "\"gesture\":{\"endedBy\":\"Kim Sten\",\"occasion\":\"Kim Sten\","
                    + "\"trail\":[{\"by\":\"Kim Sten\",\"n\":1.50},{\"by\":null}]},\"log\":[]}";
    private static final String IMPORTED =
            "{\"changes\":[{\"section\":\"people\",\"entry\":\"kim\",\"values\":[{\"key\":\"name\","
                    + "\"before\":\"Kim Ung\",\"after\":\"Kim Sten\"},{\"key\":\"at\","
                    + "\"before\":\"a\",\"after\":\"b\"}]},{\"section\":\"kinds\",\"entry\":\"kim\","
                    + "\"values\":[{\"key\":\"name\",\"before\":\"Kaffe\",\"after\":\"Te\"}]}]}";
    private static final String VERDICT =
            "{\"reasons\":[],\"couldApprove\":[{\"user\":\"kim\",\"name\":\"Kim Sten\",\"at\":\"house\"}],"
                    + "\"headroom\":[],\"shortfall\":[],\"approval\":{\"to\":[\"kim\",\"anna\"],"
                    + "\"dueAt\":\"2026-11-28T10:00:00Z\",\"leadership\":false,\"couldApprove\":[{"
                    + "\"user\":\"anna\",\"name\":\"Anna Ek\",\"at\":\"house\",\"present\":true,"
                    + "\"standsInFor\":\"Kim Sten\"}]}}";

    private static PlainDatabase database;

    @BeforeAll
    static void start() {
        database = PlainDatabase.started("stored-names");
        from().target("011").load().migrate();
        database.write(
                "SET search_path = old",
                "INSERT INTO old.org_unit (code, name_sv, name_en, level, position)"
                        + " VALUES ('house', 'Huset', 'The house', 'company', 1)",
                "INSERT INTO old.person (id, user_name, name, at_unit, position) OVERRIDING SYSTEM"
                        + " VALUE VALUES (1, 'anna', 'Anna Ek', 'house', 1),"
                        + " (2, 'kim', 'Kim Sten', 'house', 2)",
                "INSERT INTO old.customer (id, code, name, words) OVERRIDING SYSTEM VALUE"
                        + " VALUES (7, 'C-1', 'Olof Bank', '')",
                "INSERT INTO old.kind (code, name_sv, name_en, category, cost_model, customer,"
                        + " outreach, position) VALUES ('goodwill', 'x', 'x', 'x', 'entered',"
                        + " 'optional', false, 1)",
                "INSERT INTO old.gesture (id, fingerprint, kind, category, outreach, roles, place,"
                        + " person_id, first_cost_minor, cost_minor, done, judged_for, received_at,"
                        + " state, first_state, outcome, verdict) VALUES (gen_random_uuid(), '',"
                        + " 'goodwill', 'x', false, 'staff', 'house', 1, 1, 1, false, now(), now(),"
                        + " 'held', 'held', 'ASK', '"
                        + VERDICT
                        + "')",
                answer(1, APPROVED),
                answer(2, IMPORTED),
                answer(3, "{\"revision\":4}"));
        from().load().migrate();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void P7_kept_answers_no_longer_hold_names_and_are_told_with_them() throws Exception {
        assertThat(kept(1))
                .doesNotContain("Anna Ek", "Olof Bank")
                .contains("\"Kim Sten\"") // as somebody typed it
                .contains("\uE000p1", "\uE000p2", "\uE000c7", "1.50");
        assertThat(kept(2)).doesNotContain("Kim").contains("Kaffe", "Te");
        try (Connection connection = old()) {
            NamesInAnswers names = names(connection);
            assertThat(JSON.readTree(names.shown(kept(1)))).isEqualTo(JSON.readTree(APPROVED));
            assertThat(JSON.readTree(names.shown(kept(2))))
                    .isEqualTo(JSON.readTree(IMPORTED.replace("Kim Ung", "Kim Sten")));
            assertThat(names.shown(kept(3))).isEqualTo("{\"revision\":4}");
        }
    }

    @Test
    void P7_what_is_kept_now_is_what_the_migration_makes_of_what_was_kept_before()
            throws Exception {
        try (Connection connection = old()) {
            NamesInAnswers names = names(connection);
            assertThat(JSON.readTree(names.hidden(APPROVED))).isEqualTo(JSON.readTree(kept(1)));
            assertThat(JSON.readTree(names.hidden(IMPORTED))).isEqualTo(JSON.readTree(kept(2)));
            assertThat(names.shown(names.hidden(APPROVED))).isEqualTo(APPROVED);
        }
    }

    @Test
    void P7_kept_verdicts_hold_ids() throws Exception {
        assertThat(JSON.readTree(database.one("SELECT verdict FROM old.gesture")))
                .isEqualTo(
                        JSON.readTree(
                                "{\"reasons\":[],\"couldApprove\":[{\"person\":2,\"at\":\"house\"}],"
                                        + "\"headroom\":[],\"shortfall\":[],\"approval\":{\"to\":[2,1],"
                                        + "\"dueAt\":\"2026-11-28T10:00:00Z\",\"leadership\":false,"
                                        + "\"couldApprove\":[{\"person\":1,\"at\":\"house\","
                                        + "\"present\":true,\"standsInFor\":2}]}}"));
    }

    private static FluentConfiguration from() {
        return Flyway.configure()
                .dataSource(database.source())
                .schemas("old")
                .locations("classpath:db/migration");
    }

    private static NamesInAnswers names(Connection connection) {
        NamesInAnswers names = new NamesInAnswers();
        names.jdbi = JdbiSetup.over(connection);
        return names;
    }

    private static Connection old() throws SQLException {
        Connection connection = database.source().getConnection();
        try (Statement sql = connection.createStatement()) {
            sql.execute("SET search_path = old");
        }
        return connection;
    }

    private static String answer(int key, String body) {
        return "INSERT INTO old.idempotent_answer (key, fingerprint, status, body, answered_at)"
                + " VALUES ('"
                + uuid(key)
                + "', '', 200, '"
                + body
                + "', now())";
    }

    private static String kept(int key) {
        return database.one(
                "SELECT body FROM old.idempotent_answer WHERE key = '" + uuid(key) + "'");
    }

    private static String uuid(int key) {
        return "0190a3f2-0000-7000-8000-00000000000" + key;
    }
}
