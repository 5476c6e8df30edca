package app.leeway.spotcheck;

import app.leeway.notification.Notification;
import app.leeway.notification.Notifier;
import app.leeway.organization.Actor;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody who looked would like to talk about it, or whoever gave it answers. What they say is for
 * the two alone: it stands neither in the record nor in what is told.
 */
@ApplicationScoped
public class DiscussingSpotChecks {

    @Inject SpotCheckInbox inbox;
    @Inject Notifier telling;

    /**
     * @throws RefusedException NOT_FOUND, NOT_ALLOWED, WRONG_STATE; INVALID without a text
     */
    @Transactional
    public SpotCheck comment(Actor actor, UUID id, String text) {
        if (text == null || text.isBlank()) {
            throw RefusedException.invalid("text", "missing", "text is needed");
        }
        return inbox.take(
                actor,
                id,
                turn -> {
                    SpotCheck spotCheck = turn.spotCheck();
                    long to =
                            spotCheck.isOf(actor.personId())
                                    ? answered(spotCheck)
                                    : spotCheck.personId();
                    if (!spotCheck.isOf(actor.personId())) {
                        inbox.mustLook(actor, spotCheck);
                        turn.store().save(id, SpotCheck.State.TALKED, actor.personId(), turn.now());
                    }
                    turn.store().say(id, actor.personId(), turn.now(), text);
                    telling.tell(
                            List.of(
                                    new Notification(
                                            to,
                                            SpotCheckNotification.TALKED,
                                            id.toString(),
                                            Map.of("by", Long.toString(actor.personId())),
                                            false)));
                    inbox.note(actor, spotCheck, "talked", null);
                });
    }

    private static long answered(SpotCheck spotCheck) {
        if (spotCheck.state() != SpotCheck.State.TALKED) {
            throw new RefusedException(Refusal.WRONG_STATE, "Nobody has asked to talk about it.");
        }
        return spotCheck.by().personId();
    }
}
