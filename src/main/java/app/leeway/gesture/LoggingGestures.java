package app.leeway.gesture;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Somebody has given something, or asks whether they may: the verdict is known, and durable, at
 * once.
 */
@ApplicationScoped
public class LoggingGestures {

    @Inject Access access;

    @Inject RuleSnapshot.Keeper premises;

    @Inject RequestResolver drafting;

    @Inject Committer committer;

    @Inject GestureStore store;

    /**
     * Judges and records. What has been done is always recorded; what is asked for and refused is
     * kept as an attempt.
     *
     * @param id made by the caller; the same id with the same request gets the same answer, for
     *     ever
     * @throws RefusedException INVALID, OUTSIDE_YOUR_AREA, KEY_REUSED, IN_FLIGHT, BUSY: nothing was
     *     changed. A verdict of STOP is an answer in state REFUSED, not an exception
     */
    public Answer log(UUID id, GestureRequest request, Actor actor) {
        access.require(actor, Role.STAFF, Role.MANAGER);
        ResolvedRequest draft;
        try {
            draft = draft(id, request, actor);
        } catch (RefusedException refused) { // by now, perhaps: the same again is answered as then
            GestureRecord before = store.recorded(id).orElseThrow(() -> refused);
            return before.answerTo(request, actor, premises.current().organization());
        }
        return committer.commit(draft);
    }

    /** By what this server knows; a refusal only by what holds now. */
    private ResolvedRequest draft(UUID id, GestureRequest request, Actor actor) {
        RuleSnapshot known = premises.latest().orElseGet(premises::current);
        try {
            return drafting.draft(id, request, actor, known);
        } catch (RefusedException refused) {
            RuleSnapshot now = premises.current();
            if (now.revision() == known.revision()) {
                throw refused;
            }
            return drafting.draft(id, request, actor, now);
        }
    }
}
