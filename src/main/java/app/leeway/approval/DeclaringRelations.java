package app.leeway.approval;

import app.leeway.audit.AuditNote;
import app.leeway.audit.AuditTrail;
import app.leeway.customer.Customer;
import app.leeway.customer.Customers;
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

/**
 * People say to which customers they are related, and so never decide for them. What is taken back
 * holds for another day, by the database's clock: nobody takes back and approves in one breath.
 */
@ApplicationScoped
public class DeclaringRelations {

    /**
     * A customer to whom somebody is related.
     *
     * @param endsAt when it ends, of one that was taken back; else null
     */
    public record Relation(String customer, String name, Instant at, Instant endsAt) {}

    private static final String MINE =
            "SELECT c.code, c.name, r.at, r.until_at FROM relation r JOIN customer c ON c.id = r.customer_id"
                    + " WHERE r.person_id = ? AND (r.until_at IS NULL OR r.until_at > now())"
                    + " ORDER BY c.code";
    private static final String DECLARE =
            "INSERT INTO relation (person_id, customer_id, at) VALUES (?, ?, ?)"
                    + " ON CONFLICT (person_id, customer_id) DO UPDATE"
                    + " SET at = excluded.at, until_at = NULL WHERE relation.until_at IS NOT NULL";
    private static final String TAKE_BACK =
            "UPDATE relation SET until_at = now() + interval '1 day'"
                    + " WHERE person_id = ? AND customer_id = ? AND until_at IS NULL";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Access access;

    @Inject Customers customers;

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
                                    instant(row, 3),
                                    instant(row, 4)));
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
            Customer related = existing(customer);
            insert.setLong(1, actor.personId());
            insert.setLong(2, related.id());
            insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            if (insert.executeUpdate() > 0) {
                note("relation.declared", related, actor);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the relation could not be kept", e);
        }
    }

    /** It is over in a day; again changes nothing. */
    @Transactional
    public void takeBack(String customer, Actor actor) {
        access.require(actor, Role.STAFF, Role.MANAGER, Role.LEADER);
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(TAKE_BACK)) {
            Customer related = existing(customer);
            update.setLong(1, actor.personId());
            update.setLong(2, related.id());
            if (update.executeUpdate() > 0) {
                note("relation.taken-back", related, actor);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the relation could not be taken back", e);
        }
    }

    private Customer existing(String code) {
        return customers
                .byCode(code)
                .orElseThrow(
                        () ->
                                new RefusedException(
                                        Refusal.NOT_FOUND, "there is no customer '" + code + "'"));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private void note(String what, Customer customer, Actor actor) {
        audit.append(List.of(new AuditNote(actor.personId(), what, customer.code(), null, null)));
    }
}
