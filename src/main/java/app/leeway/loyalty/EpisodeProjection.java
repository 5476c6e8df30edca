package app.leeway.loyalty;

import app.leeway.audit.AuditLog;
import app.leeway.audit.AuditLog.Mention;
import app.leeway.organization.Organizations;
import app.leeway.shared.jdbc.SqlText;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Makes episodes of gestures and of what happened without one, as they came to their end. It
 * follows the record, which is gapless and in the order of the commits, so that nothing is missed
 * and the way of a gesture pays nothing for it.
 */
@ApplicationScoped
public class EpisodeProjection {

    private static final int ENTRIES = 20_000;

    /** Entries about gestures, under whose id exceptions go too, and about happenings. */
    private static final List<String> TELLING = List.of("gesture", "approval", "episode");

    @Inject Organizations organizations;
    @Inject AuditLog record;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /**
     * The next stretch of the record; what it changes makes the facts of its customers due.
     *
     * @return whether there may be more
     */
    @Transactional(TxType.MANDATORY)
    public boolean gatherNext() {
        int decimals = organizations.current().currencyDigits();
        try (Connection connection = database.getConnection()) {
            FactState state = FactState.take(connection);
            List<Mention> next = record.mentions(state.auditSeq(), TELLING, ENTRIES);
            if (next.isEmpty()) {
                return false;
            }
            gather(connection, next.stream().map(Mention::subject).distinct().toArray(), decimals);
            state.at(next.get(next.size() - 1).seq()).keep(connection);
            return next.size() == ENTRIES;
        } catch (SQLException e) {
            throw new IllegalStateException("episodes could not be gathered", e);
        }
    }

    private static void gather(Connection connection, Object[] subjects, int decimals)
            throws SQLException {
        for (String text : SqlText.of("gather").with("decimals", decimals).statements()) {
            try (PreparedStatement statement = connection.prepareStatement(text)) {
                Array array = connection.createArrayOf("uuid", subjects);
                statement.setArray(1, array);
                statement.executeUpdate();
            }
        }
    }
}
