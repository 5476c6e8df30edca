package app.leeway.shared.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.support.InsideTheServer;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@InsideTheServer
class LongWorkIT {

    private static final String INSERT = "INSERT INTO committed VALUES (?)";

    @Inject LongTransaction work;
    @Inject Jdbi jdbi;
    @Inject OwnTransaction own;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /** What one statement may take: the database's word, and the driver's patience in seconds. */
    private record Time(String statement, int network) {}

    @Test
    void a_statement_may_take_half_a_minute_and_long_work_hours() {
        Time usual = new Time("30s", 40);

        assertThat(time()).isEqualTo(usual);
        assertThat(work.inOne(this::time)).isEqualTo(new Time("6h", 6 * 3600));
        assertThat(time()).isEqualTo(usual);
    }

    @Test
    void long_work_is_done_whole_or_not_at_all() {
        assertThatThrownBy(
                        () ->
                                work.inOne(
                                        () -> {
                                            run("CREATE TABLE half_done (id int)");
                                            throw new IllegalArgumentException("midway");
                                        }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(ask("SELECT to_regclass('half_done')")).isNull();
    }

    @Test
    void what_commits_by_itself_does_so_from_within_a_handle_of_another_transaction() {
        run("CREATE TABLE committed (who text)");

        assertThatThrownBy(
                        () ->
                                work.inOne(
                                        () ->
                                                jdbi.useHandle(
                                                        outer -> {
                                                            outer.execute(INSERT, "outer");
                                                            own.insert("inner");
                                                            throw new IllegalArgumentException();
                                                        })))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(ask("SELECT string_agg(who, ' ') FROM committed")).isEqualTo("inner");
    }

    /** Commits whatever the caller's transaction comes to. */
    @ApplicationScoped
    public static class OwnTransaction {
        @Inject Jdbi jdbi;

        @Transactional(Transactional.TxType.REQUIRES_NEW)
        public void insert(String who) {
            jdbi.useHandle(handle -> handle.execute(INSERT, who));
        }
    }

    private Time time() {
        try (Connection connection = database.getConnection()) {
            return new Time(ask("SHOW statement_timeout"), connection.getNetworkTimeout() / 1000);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ask(String query) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
