package app.leeway.notification;

import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;

/** Where somebody's hours are counted: the zone of the place where they act. */
@ApplicationScoped
class Zones {

    @Inject Organizations organizations;

    ZoneId of(long personId) {
        Organization organization = organizations.current();
        return organization
                .person(personId)
                .map(person -> organization.zoneOf(person.at()))
                .orElse(organization.company().zone());
    }
}
