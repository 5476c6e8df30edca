package app.leeway.gesture;

import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Verdict;
import app.leeway.organization.Actor;
import app.leeway.organization.Organization;
import app.leeway.shared.Money;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/**
 * A gesture as it is kept: enough to answer whoever asks again, and to know what may become of it.
 */
record GestureRecord(
        UUID id,
        Fingerprint fingerprint,
        long personId,
        String kind,
        String place,
        GestureState state,
        GestureState firstState,
        String verdict,
        Money firstCost,
        Money cost,
        boolean done,
        Instant judgedFor,
        Instant receivedAt,
        byte[] salt) {

    /** Of {@code gesture g}. */
    static final String COLUMNS =
            """
            g.id, g.fingerprint_version, g.fingerprint, g.person_id, g.kind, g.place,
            g.state, g.first_state, g.verdict, g.first_cost_minor, g.cost_minor, g.done,
            g.judged_for, g.received_at, g.salt
            """;

    static GestureRecord read(RowView row, String currency) {
        return new GestureRecord(
                row.getColumn("id", UUID.class),
                new Fingerprint(
                        row.getColumn("fingerprint_version", Integer.class),
                        row.getColumn("fingerprint", byte[].class)),
                row.getColumn("person_id", Long.class),
                row.getColumn("kind", String.class),
                row.getColumn("place", String.class),
                GestureState.of(row.getColumn("state", String.class)),
                GestureState.of(row.getColumn("first_state", String.class)),
                row.getColumn("verdict", String.class),
                Money.of(row.getColumn("first_cost_minor", Long.class), currency),
                Money.of(row.getColumn("cost_minor", Long.class), currency),
                row.getColumn("done", Boolean.class),
                row.getColumn("judged_for", Instant.class),
                row.getColumn("received_at", Instant.class),
                row.getColumn("salt", byte[].class));
    }

    /**
     * The first answer again.
     *
     * @throws RefusedException KEY_REUSED when the key was used for something else, or by somebody
     *     else
     */
    Answer answerTo(GestureRequest request, Actor actor, Organization people) {
        boolean same = actor.personId() == personId && fingerprint.matches(request);
        if (!same) {
            throw new RefusedException(Refusal.KEY_REUSED, "this key was used for another request");
        }
        return answer(people).asReplay();
    }

    /**
     * What its giver was answered first.
     *
     * @param people by whom those named in it are called now
     */
    Answer answer(Organization people) {
        StoredAnswer text = StoredAnswer.read(verdict, cost.currency().getCurrencyCode(), people);
        Outcome outcome = Verdict.of(text.reasons()).outcome();
        return new Answer(
                id,
                firstState,
                Review.of(done, outcome),
                outcome,
                text.reasons(),
                text.couldApprove(),
                firstCost,
                text.headroom(),
                text.shortfall(),
                firstState.heldUntil(judgedFor),
                receivedAt,
                judgedFor,
                done,
                text.approval(),
                false);
    }

    /**
     * @throws RefusedException WRONG_STATE unless somebody has to decide
     */
    void mustWait() {
        if (state != GestureState.AWAITING_APPROVAL) {
            throw new RefusedException(
                    Refusal.WRONG_STATE,
                    "only what waits for approval can be decided; this gesture is " + state.code());
        }
    }

    /**
     * @throws RefusedException WRONG_STATE when the way there is closed
     */
    void mustBeAbleToBecome(GestureState next) {
        if (!state.canBecome(next)) {
            throw new RefusedException(
                    Refusal.WRONG_STATE,
                    "this gesture is " + state.code() + " and cannot become " + next.code());
        }
    }
}
