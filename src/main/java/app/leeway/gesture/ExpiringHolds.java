package app.leeway.gesture;

import app.leeway.budget.Posting;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** Holds whose time is over end by themselves, one at a time, so that nobody waits for the rest. */
@ApplicationScoped
public class ExpiringHolds {

    private static final String NEXT =
            "SELECT id FROM gesture WHERE state IN ('held', 'awaiting-approval')"
                    + " AND held_until < ? ORDER BY held_until LIMIT 1 FOR UPDATE SKIP LOCKED";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject GestureTransitions moving;

    /**
     * Expires the hold that should have ended first; false when there is none, or another server
     * has it.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean expireNext() {
        UUID id = next();
        if (id == null) {
            return false;
        }
        GestureRecord gesture = moving.take(id);
        moving.move(
                gesture,
                GestureState.EXPIRED,
                gesture.cost().minor(),
                moving.draws(gesture).stream()
                        .map(d -> Posting.unused(Posting.Type.EXPIRE, d, id, null, moving.now()))
                        .toList(),
                null,
                null);
        return true;
    }

    private UUID next() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setObject(1, moving.now().atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getObject(1, UUID.class) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("holds whose time is over could not be found", e);
        }
    }
}
