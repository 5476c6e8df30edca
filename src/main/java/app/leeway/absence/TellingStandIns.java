package app.leeway.absence;

import app.leeway.notification.Notification;
import app.leeway.notification.Notifier;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Tells somebody that they stand in for somebody, from when and until when. */
@ApplicationScoped
class TellingStandIns {

    @Inject Notifier telling;
    @Inject Organizations organizations;

    void tell(Absence absence) {
        if (absence.standInId() == null) {
            return;
        }
        telling.tell(
                List.of(
                        new Notification(
                                absence.standInId(),
                                AbsenceNotification.STAND_IN,
                                absence.id().toString(),
                                Map.of(
                                        "for", Long.toString(absence.personId()),
                                        "from", day(absence, absence.from()),
                                        "until", day(absence, absence.until())),
                                false)));
    }

    /** As it stands in a diary, where the one who is away works. */
    private String day(Absence absence, Instant at) {
        ZoneId zone =
                organizations
                        .current()
                        .person(absence.personId())
                        .map(Person::at)
                        .map(organizations.current()::zoneOf)
                        .orElseThrow();
        return at.atZone(zone)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' ');
    }
}
