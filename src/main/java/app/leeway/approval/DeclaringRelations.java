package app.leeway.approval;

import app.leeway.audit.AuditNote;
import app.leeway.audit.AuditTrail;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Somebody says to which customers they are related, and so never decides for them. */
@ApplicationScoped
public class DeclaringRelations {

    /** A customer to whom somebody is related. */
    public record Relation(String customer, String name, Instant at) {}

    private static final String MINE =
            "SELECT c.code, c.name, r.at FROM relation r JOIN customer c ON c.id = r.customer_id"
                    + " WHERE r.person_id = ? ORDER BY c.code";
    private static final String DECLARE =
            "INSERT INTO relation (person_id, customer_id, at) SELECT ?, id, ? FROM customer"
                    + " WHERE code = ? ON CONFLICT DO NOTHING";
    private static final String TAKE_BACK =
            "DELETE FROM relation r USING customer c WHERE c.id = r.customer_id AND c.code = ?"
                    + " AND r.person_id = ?";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Access access;

    @Inject AuditTrail audit;

    @Inject Clock clock;

    @Transactional
    public List<Relation> mine(Actor actor) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(MINE)) {
            select.setLong(1, actor.personId());
            List<Relation> mine = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    mine.add(
                            new Relation(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getObject(3, OffsetDateTime.class).toInstant()));
                }
            }
            return mine;
        } catch (SQLException e) {
            throw new IllegalStateException("relations could not be read", e);
        }
    }

    /**
     * Again changes nothing.
     *
     * @throws RefusedException NOT_FOUND for an unknown customer
     */
    @Transactional
    public void declare(String customer, Actor actor) {
        access.require(actor, Role.STAFF, Role.MANAGER, Role.LEADER);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(DECLARE)) {
            mustExist(connection, customer);
            insert.setLong(1, actor.personId());
            insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(3, customer);
            if (insert.executeUpdate() > 0) {
                note("relation.declared", customer, actor);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the relation could not be kept", e);
        }
    }

    /** It is over; again changes nothing. */
    @Transactional
    public void takeBack(String customer, Actor actor) {
        access.require(actor, Role.STAFF, Role.MANAGER, Role.LEADER);
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(TAKE_BACK)) {
            mustExist(connection, customer);
            delete.setString(1, customer);
            delete.setLong(2, actor.personId());
            if (delete.executeUpdate() > 0) {
                note("relation.taken-back", customer, actor);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the relation could not be taken back", e);
        }
    }

    private static void mustExist(Connection connection, String customer) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT 1 FROM customer WHERE code = ?")) {
            select.setString(1, customer);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new RefusedException(
                            Refusal.NOT_FOUND, "there is no customer '" + customer + "'");
                }
            }
        }
    }

    private void note(String what, String customer, Actor actor) {
        audit.append(List.of(new AuditNote(actor.personId(), what, customer, null, null)));
    }
}
