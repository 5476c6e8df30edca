package app.leeway.handover;

import app.leeway.audit.AuditNote;
import app.leeway.audit.AuditTrail;
import app.leeway.notification.Notification;
import app.leeway.notification.Notifier;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.organization.Role;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody leaves a note for the next shift of their place, and its managers are told. */
@ApplicationScoped
public class LeavingHandoverNotes {

    @Inject Access access;
    @Inject Organizations organizations;
    @Inject HandoverStore store;
    @Inject AuditTrail audit;
    @Inject Notifier notifier;
    @Inject Clock clock;

    /**
     * @param id made by the caller
     * @throws RefusedException NOT_ALLOWED for those who serve nobody; INVALID for a note that is
     *     empty or too long
     */
    @Transactional
    public HandoverNote leave(UUID id, String text, Actor actor) {
        access.require(actor, Role.STAFF, Role.MANAGER);
        int longest = store.rule().longest();
        if (text == null || text.isBlank()) {
            throw RefusedException.invalid("text", "missing", "A note says something.");
        }
        if (text.length() > longest) {
            throw RefusedException.invalid(
                    "text", "too-long", "A note has " + longest + " characters at most.");
        }
        HandoverNote note =
                new HandoverNote(
                        id,
                        actor.at(),
                        actor.personId(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        text);
        store.add(note);
        notifier.tell(managers(note).stream().map(manager -> notification(manager, note)).toList());
        // The record keeps that it was left, not what it says: people type names.
        audit.append(
                List.of(
                        new AuditNote(
                                actor.personId(),
                                "handover.left",
                                id.toString(),
                                null,
                                null,
                                note.place())));
        return note;
    }

    private List<Person> managers(HandoverNote note) {
        Organization organization = organizations.current();
        List<String> above = organization.upwards(note.place());
        return organization.people().stream()
                .filter(person -> person.roles().contains(Role.MANAGER))
                .filter(person -> above.contains(person.at()))
                .filter(person -> person.id() != note.personId())
                .toList();
    }

    private static Notification notification(Person manager, HandoverNote note) {
        return new Notification(
                manager.id(),
                HandoverNotification.LEFT,
                note.id().toString(),
                Map.of("who", Long.toString(note.personId()), "place", note.place()),
                false);
    }
}
