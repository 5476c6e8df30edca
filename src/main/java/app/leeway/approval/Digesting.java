package app.leeway.approval;

import app.leeway.gesture.AfterTheFactReport;
import app.leeway.notification.DailyDigest;
import app.leeway.notification.Notification;
import app.leeway.notification.Notifier;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.organization.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells a manager once a day what they are told of afterwards: what was given with GO_AND_TELL
 * where they are the nearest to decide.
 *
 * <p>Design notice: it is a query, not a word per gesture. The way on which gestures are written
 * carries nothing for it, and who is the nearest is asked when it is told.
 */
@ApplicationScoped
public class Digesting {

    @Inject Organizations organizations;
    @Inject DailyDigest digests;
    @Inject AfterTheFactReport gestures;
    @Inject Notifier telling;

    /** Those who may have to be told. */
    List<Person> managers() {
        return organizations.current().people().stream().filter(Digesting::manages).toList();
    }

    /** Tells this manager, when it is time and there is something to tell. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void tell(Person manager) {
        Organization organization = organizations.current();
        Optional<DailyDigest.Span> span =
                digests.take(manager.id(), organization.zoneOf(manager.at()));
        if (span.isEmpty()) {
            return;
        }
        AfterTheFactReport.Sum sum =
                gestures.sum(
                        nearest(organization, manager.at()),
                        span.get().after(),
                        span.get().until(),
                        manager.id());
        if (sum.count() > 0) {
            telling.tell(
                    List.of(
                            new Notification(
                                    manager.id(),
                                    DigestNotification.TOLD_AFTERWARDS,
                                    span.get().until().toString(),
                                    Map.of(
                                            "count", String.valueOf(sum.count()),
                                            "amount", String.valueOf(sum.costMinor())),
                                    false)));
        }
    }

    /** Of the places below a unit, those that no other unit with a manager lies nearer to. */
    static Set<String> nearest(Organization organization, String unit) {
        Set<String> managed =
                organization.people().stream()
                        .filter(Digesting::manages)
                        .map(Person::at)
                        .collect(Collectors.toSet());
        return organization.downwards(unit).stream()
                .filter(
                        place ->
                                organization.upwards(place).stream()
                                        .filter(managed::contains)
                                        .findFirst()
                                        .filter(unit::equals)
                                        .isPresent())
                .collect(Collectors.toSet());
    }

    private static boolean manages(Person person) {
        return person.roles().contains(Role.MANAGER);
    }
}
