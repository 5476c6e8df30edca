package app.leeway.shared.jdbc;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleScope;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.extension.HandleSupplier;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/**
 * Jdbi as the application uses it: over the server's data source, inside the transaction that the
 * container began. It neither begins nor ends one.
 *
 * <p>Design notice: by default Jdbi gives nested calls of a thread the handle of the outermost one.
 * Here each call opens its own, because a method with {@code REQUIRES_NEW} may be called from
 * inside another's callback and must get the connection of its own transaction. Within one
 * transaction the server hands out the same connection, so this costs no round trip.
 */
@ApplicationScoped
public class JdbiSetup {

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Produces
    @Singleton
    Jdbi jdbi() {
        return over(database);
    }

    /**
     * @param database whose connections take part in the transaction there is, or commit each
     *     statement where there is none
     */
    public static Jdbi over(DataSource database) {
        return configured(Jdbi.create(database::getConnection));
    }

    /** Over one connection, which its owner closes: for tools and tests. */
    public static Jdbi over(Connection connection) {
        return configured(Jdbi.create(connection));
    }

    private static Jdbi configured(Jdbi jdbi) {
        jdbi.setHandleScope(new NoScope());
        jdbi.setTransactionHandler(new CMTTransactionHandler());
        jdbi.configure(Handles.class, handles -> handles.setForceEndTransactions(false));
        jdbi.configure(SqlStatements.class, sql -> sql.setTemplateEngine(TemplateEngine.NOP));
        // What is bound may be about a customer, and what failed is logged.
        jdbi.configure(
                StatementExceptions.class, text -> text.setMessageRendering(JdbiSetup::message));
        // A missing number is not zero.
        jdbi.configure(
                ColumnMappers.class, mappers -> mappers.setCoalesceNullPrimitivesToDefaults(false));
        jdbi.registerArrayType(String.class, "text");
        jdbi.registerArrayType(Instant.class, "timestamptz");
        jdbi.registerArgument(new InstantArguments());
        jdbi.registerArgument(new IdArguments());
        jdbi.registerColumnMapper(Object.class, (row, column, context) -> row.getObject(column));
        jdbi.registerColumnMapper(Instant.class, (row, column, context) -> instant(row, column));
        jdbi.registerColumnMapper(
                UUID.class, (row, column, context) -> row.getObject(column, UUID.class));
        return jdbi;
    }

    private static String message(StatementException failure) {
        StatementContext context = failure.getStatementContext();
        String sql = context == null ? null : context.getRawSql();
        return MessageRendering.NONE.apply(failure) + (sql == null ? "" : " [" + sql + "]");
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /**
     * Times go in as times in UTC: the driver would take a timestamp to be in the zone of the
     * server.
     */
    private static final class InstantArguments extends AbstractArgumentFactory<Instant> {
        InstantArguments() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) ->
                    statement.setObject(position, value.atOffset(ZoneOffset.UTC));
        }
    }

    /** An id that is missing is of no type: the driver would send it as a text. */
    private static final class IdArguments extends AbstractArgumentFactory<UUID> {
        IdArguments() {
            super(Types.OTHER);
        }

        @Override
        protected Argument build(UUID value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value);
        }
    }

    /** Remembers no handle, so that each call opens one. */
    private static final class NoScope implements HandleScope {
        @Override
        public HandleSupplier get() {
            return null;
        }

        @Override
        public void set(HandleSupplier handle) {
            // Design notice: nothing is shared between calls; see the class.
        }

        @Override
        public void clear() {
            // Nothing was set.
        }
    }
}
