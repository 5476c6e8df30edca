package app.leeway.shared.jdbc;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Work behind the pages, in transactions that may take longer than the half minute of a statement
 * and the two of a transaction, after which the server ends one that somebody waits for.
 */
@ApplicationScoped
public class LongTransaction {

    private static final int LONGEST_SECONDS = (int) Duration.ofHours(6).toSeconds();

    @Resource UserTransaction transaction;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /** All of it in one transaction of its own, or nothing. */
    public <T> T inOne(Supplier<T> work) {
        try {
            transaction.setTransactionTimeout(LONGEST_SECONDS);
            transaction.begin();
            boolean done = false;
            try (Connection patient = patient()) {
                T result = work.get();
                done = true;
                return result;
            } finally {
                if (done) {
                    transaction.commit();
                } else {
                    transaction.rollback();
                }
                transaction.setTransactionTimeout(0);
            }
        } catch (SQLException
                | NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException e) {
            throw new IllegalStateException("long work could not be done", e);
        }
    }

    /**
     * The connection of this transaction, which all that is done in it share: as long as it is
     * open, it waits. The server sets it back when it is given back.
     */
    private Connection patient() throws SQLException {
        Connection connection = database.getConnection();
        try (Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, LONGEST_SECONDS * 1000);
            statement.execute("SET LOCAL statement_timeout = '" + LONGEST_SECONDS + "s'");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The same of what answers nothing. */
    public void inOne(Runnable work) {
        inOne(
                () -> {
                    work.run();
                    return null;
                });
    }
}
