package app.leeway.audit;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.Nordlyst;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What somebody with all rights in the database can do to the record, and what the check says of
 * it.
 */
class RecordIT {

    private final Nordlyst nordlyst = Nordlyst.running();
    private long last;

    @BeforeEach
    void threeGesturesAreOnRecord() {
        for (int i = 0; i < 3; i++) {
            assertThat(nordlyst.as("gunnar").logs(a("locker-coin").done()).status()).isEqualTo(201);
        }
        last = nordlyst.books().figure("SELECT seq FROM audit_head");
        assertThat(check().text("ok")).isEqualTo("true");
    }

    @Test
    void p6_aChangedEntryIsNamed() throws SQLException {
        long changed = last - 1;
        // As it was, not replaced back: the hashes in it may hold a 501 of their own.
        String before =
                nordlyst.books()
                        .texts("SELECT after FROM audit_entry WHERE seq = " + changed)
                        .get(0);
        whileTamperedWith(
                "UPDATE audit_entry SET after = replace(after, '500', '501') WHERE seq = "
                        + changed,
                "UPDATE audit_entry SET after = $before$%s$before$ WHERE seq = %d"
                        .formatted(before, changed),
                () -> assertThat(check().text("firstBroken")).isEqualTo(Long.toString(changed)));
    }

    @Test
    void p6_entriesThatChangedPlacesAreNamed() throws SQLException {
        String swap =
                "UPDATE audit_entry SET seq = CASE seq WHEN %d THEN -%d ELSE -%d END WHERE seq IN (%d, %d);"
                                .formatted(last - 1, last, last - 1, last - 1, last)
                        + "UPDATE audit_entry SET seq = -seq WHERE seq < 0";
        whileTamperedWith(
                swap,
                swap,
                () -> assertThat(check().text("firstBroken")).isEqualTo(Long.toString(last - 1)));
    }

    @Test
    void p6_aMissingEntryIsNamed() throws SQLException {
        whileTamperedWith(
                "UPDATE audit_entry SET seq = -seq WHERE seq = " + (last - 1),
                "UPDATE audit_entry SET seq = -seq WHERE seq = -" + (last - 1),
                () -> assertThat(check().text("ok")).isEqualTo("false"));
    }

    @Test
    void p6_aTailThatIsGoneIsNoticedWhileTheHeadRemembersIt() throws SQLException {
        whileTamperedWith(
                "CREATE TABLE audit_tail AS SELECT * FROM audit_entry WHERE seq = "
                        + last
                        + "; DELETE FROM audit_entry WHERE seq = "
                        + last,
                "INSERT INTO audit_entry SELECT * FROM audit_tail; DROP TABLE audit_tail",
                () -> assertThat(check().text("firstBroken")).isEqualTo(Long.toString(last)));
    }

    @Test
    void p6_theApplicationsOwnRoleCannotRewriteTheRecordByAccident() throws SQLException {
        try (Connection connection = nordlyst.database().connect();
                Statement sql = connection.createStatement()) {
            assertThat(failure(sql, "UPDATE audit_entry SET what = 'x'")).contains("append-only");
            assertThat(failure(sql, "DELETE FROM budget_entry")).contains("append-only");
            assertThat(failure(sql, "TRUNCATE gesture CASCADE")).contains("append-only");
        }
    }

    private ApiAnswer check() {
        return nordlyst.as("axel").get("/audit/check");
    }

    private static String failure(Statement sql, String statement) {
        try {
            sql.execute(statement);
            return "it was done";
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    private void whileTamperedWith(String tamper, String mend, Runnable look) throws SQLException {
        asSuperuser(tamper);
        try {
            look.run();
        } finally {
            asSuperuser(mend);
        }
        assertThat(check().text("ok")).isEqualTo("true");
    }

    private void asSuperuser(String statements) throws SQLException {
        try (Connection connection = nordlyst.database().connect();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER");
            sql.execute(statements);
            sql.execute("ALTER TABLE audit_entry ENABLE TRIGGER USER");
            connection.commit();
        }
    }
}
