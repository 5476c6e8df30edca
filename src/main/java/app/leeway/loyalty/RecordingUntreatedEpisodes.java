package app.leeway.loyalty;

import app.leeway.audit.AuditNote;
import app.leeway.audit.AuditTrail;
import app.leeway.catalogue.Catalogues;
import app.leeway.customer.Customer;
import app.leeway.customer.Customers;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.OrgUnit;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.organization.Role;
import app.leeway.shared.JsonParts;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Staff note that something happened and nothing was given. */
@ApplicationScoped
public class RecordingUntreatedEpisodes {

    private static final Duration CLOCK_SLACK = Duration.ofMinutes(2);
    private static final String INSERT =
            """
            INSERT INTO happening (id, incident, customer_id, place, site, person_id,
                                   tier, price_level, happened_at, received_at)
            VALUES (:id, :incident, :customer, :place, :site, :person,
                    :tier, :priceLevel, :at, :now)
            """;

    @Inject Access access;
    @Inject Organizations organizations;
    @Inject Catalogues catalogues;
    @Inject Customers customers;
    @Inject AuditTrail audit;
    @Inject Clock clock;
    @Inject Jdbi jdbi;

    /** What was noted, as it is answered. */
    public record Noted(UUID id, String incident, String site, Instant occurredAt) {}

    /**
     * @param id made by the caller
     * @throws RefusedException NOT_ALLOWED for whoever gives nothing; OUTSIDE_YOUR_AREA for a site
     *     that is not theirs; INVALID with everything that is wrong
     */
    @Transactional
    public Noted note(UUID id, UntreatedEpisode happening, Actor by) {
        access.require(by, Role.STAFF, Role.MANAGER);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant at =
                happening.occurredAt() == null
                        ? now
                        : happening.occurredAt().truncatedTo(ChronoUnit.MICROS);
        Organization organization = organizations.current();
        List<Violation> violations = new ArrayList<>();
        String place = place(happening, by, organization, violations);
        Customer customer = customer(happening, violations);
        if (catalogues.current().incident(happening.incident()).isEmpty()) {
            String message = "there is no incident '" + happening.incident() + "'";
            violations.add(new Violation("incident", "unknown-incident", message));
        }
        if (at.isAfter(now.plus(CLOCK_SLACK))) {
            violations.add(new Violation("occurredAt", "in-the-future", at + " has not come yet"));
        }
        if (!violations.isEmpty()) {
            throw new RefusedException(Refusal.INVALID, violations.get(0).message(), violations);
        }
        String site = organization.siteOf(place).map(OrgUnit::code).orElse(null);
        write(id, happening.incident(), customer, place, site, by, at, now);
        audit.append(List.of(note(id, happening.incident(), place, by)));
        return new Noted(id, happening.incident(), site == null ? place : site, at);
    }

    private static String place(
            UntreatedEpisode happening,
            Actor by,
            Organization organization,
            List<Violation> violations) {
        if (happening.site() == null) {
            return by.at();
        }
        if (organization.unit(happening.site()).isEmpty()) {
            String message = "there is no site '" + happening.site() + "'";
            violations.add(new Violation("site", "unknown-site", message));
            return by.at();
        }
        Person person = organization.person(by.personId()).orElseThrow();
        if (!organization.mayActAt(person, happening.site())) {
            throw new RefusedException(
                    Refusal.OUTSIDE_YOUR_AREA,
                    by.user() + " acts at " + person.at() + ", not at " + happening.site());
        }
        return happening.site();
    }

    private Customer customer(UntreatedEpisode happening, List<Violation> violations) {
        if (happening.customer() == null) {
            return null;
        }
        Customer customer = customers.byCode(happening.customer()).orElse(null);
        if (customer == null) {
            String message = "there is no customer '" + happening.customer() + "'";
            violations.add(new Violation("customer", "unknown-customer", message));
        }
        return customer;
    }

    private void write(
            UUID id,
            String incident,
            Customer customer,
            String place,
            String site,
            Actor by,
            Instant at,
            Instant now) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(INSERT)
                                .bind("id", id)
                                .bind("incident", incident)
                                .bind("customer", customer == null ? null : customer.id())
                                .bind("place", place)
                                .bind("site", site)
                                .bind("person", by.personId())
                                .bind("tier", customer == null ? null : customer.tier())
                                .bind("priceLevel", customer == null ? null : customer.priceLevel())
                                .bind("at", at)
                                .bind("now", now)
                                .execute());
    }

    private static AuditNote note(UUID id, String incident, String place, Actor by) {
        String after =
                JsonParts.object().add("incident", incident).add("place", place).build().toString();
        return new AuditNote(by.personId(), "episode.noted", id.toString(), null, after);
    }
}
