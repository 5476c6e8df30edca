package app.leeway.gesture;

import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Verdict;
import app.leeway.organization.Actor;
import app.leeway.organization.Organization;
import app.leeway.shared.Money;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

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

    static final String COLUMNS =
            "g.id, g.fingerprint_version, g.fingerprint, g.person_id, g.kind, g.place, g.state, g.first_state, g.verdict,"
                    + " g.first_cost_minor, g.cost_minor, g.done, g.judged_for, g.received_at, g.salt";

    static GestureRecord read(ResultSet row, String currency) throws SQLException {
        return new GestureRecord(
                row.getObject("id", UUID.class),
                new Fingerprint(row.getInt("fingerprint_version"), row.getBytes("fingerprint")),
                row.getLong("person_id"),
                row.getString("kind"),
                row.getString("place"),
                GestureState.of(row.getString("state")),
                GestureState.of(row.getString("first_state")),
                row.getString("verdict"),
                Money.of(row.getLong("first_cost_minor"), currency),
                Money.of(row.getLong("cost_minor"), currency),
                row.getBoolean("done"),
                instant(row, "judged_for"),
                instant(row, "received_at"),
                row.getBytes("salt"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
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
