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
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

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
            """
            SELECT c.code AS customer, c.name, r.at, r.until_at AS ends_at
              FROM relation r JOIN customer c ON c.id = r.customer_id
             WHERE r.person_id = :person AND (r.until_at IS NULL OR r.until_at > now())
             ORDER BY c.code
            """;
    private static final String DECLARE =
            """
            INSERT INTO relation (person_id, customer_id, at) VALUES (:person, :customer, :now)
                ON CONFLICT (person_id, customer_id) DO UPDATE
               SET at = excluded.at, until_at = NULL WHERE relation.until_at IS NOT NULL
            """;
    private static final String TAKE_BACK =
            """
            UPDATE relation SET until_at = now() + interval '1 day'
             WHERE person_id = :person AND customer_id = :customer AND until_at IS NULL
            """;

    @Inject Jdbi jdbi;

    @Inject Access access;

    @Inject Customers customers;

    @Inject AuditTrail audit;

    @Inject Clock clock;

    @Transactional
    public List<Relation> mine(Actor actor) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(MINE)
                                .bind("person", actor.personId())
                                .map(RecordMapper.of(Relation.class))
                                .list());
    }

    /**
     * Again changes nothing.
     *
     * @throws RefusedException NOT_FOUND for an unknown customer
     */
    @Transactional
    public void declare(String customer, Actor actor) {
        access.require(actor, Role.STAFF, Role.MANAGER, Role.LEADER);
        Customer related = existing(customer);
        int declared =
                jdbi.withHandle(
                        handle ->
                                handle.createUpdate(DECLARE)
                                        .bind("person", actor.personId())
                                        .bind("customer", related.id())
                                        .bind("now", clock.instant())
                                        .execute());
        if (declared > 0) {
            note("relation.declared", related, actor);
        }
    }

    /** It is over in a day; again changes nothing. */
    @Transactional
    public void takeBack(String customer, Actor actor) {
        access.require(actor, Role.STAFF, Role.MANAGER, Role.LEADER);
        Customer related = existing(customer);
        int takenBack =
                jdbi.withHandle(
                        handle ->
                                handle.createUpdate(TAKE_BACK)
                                        .bind("person", actor.personId())
                                        .bind("customer", related.id())
                                        .execute());
        if (takenBack > 0) {
            note("relation.taken-back", related, actor);
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

    private void note(String what, Customer customer, Actor actor) {
        audit.append(List.of(new AuditNote(actor.personId(), what, customer.code(), null, null)));
    }
}
