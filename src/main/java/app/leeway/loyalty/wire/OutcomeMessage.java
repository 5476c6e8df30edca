package app.leeway.loyalty.wire;

import app.leeway.http.Field;
import app.leeway.http.Form;
import app.leeway.loyalty.Outcome;
import app.leeway.loyalty.OutcomeType;
import app.leeway.loyalty.Received;
import app.leeway.shared.Money;
import app.leeway.shared.RefusedException;
import java.time.Instant;
import java.util.UUID;

/**
 * An outcome as JSON: plain, or as a CloudEvent (CloudEvents 1.0, structured mode) whose type ends
 * in the type of the outcome, whose subject is the customer, and whose data is the rest.
 */
public final class OutcomeMessage {

    private static final int TEXT_MAX = 200;
    private static final int TIER_MAX = 40;
    private static final int SCORE_MAX = 10;
    private static final int POINTS_MAX = 1_000_000_000;

    private final Form form;
    private final Form data;
    private final boolean isEvent;

    private OutcomeMessage(Form form) {
        this.form = form;
        this.isEvent = form.has("specversion");
        this.data = isEvent ? form.optional("data").form() : form;
    }

    /** What it says, or all that is wrong with it. */
    public static Received read(long position, Form form) {
        try {
            return Received.of(position, new OutcomeMessage(form).outcome());
        } catch (RefusedException e) {
            return Received.refused(position, e.violations());
        }
    }

    private Outcome outcome() {
        String source = form.required("source").text(TEXT_MAX);
        String id = form.required("id").text(TEXT_MAX);
        String customer = form.required(isEvent ? "subject" : "customer").text(TEXT_MAX);
        Instant at = form.required("time").instant();
        if (isEvent) {
            form.required("specversion").oneOf("1.0");
        }
        String replaces = null;
        OutcomeType type = null;
        Money amount = null;
        String category = null;
        Integer score = null;
        Integer points = null;
        String tier = null;
        UUID gesture = null;
        if (data == null) {
            type = type(null);
        } else {
            Field reverses = data.optional("reverses");
            Field corrects = data.optional("corrects");
            replaces = replaces(reverses, corrects);
            type = type(reverses);
            amount = data.optional("amount").money();
            category = data.optional("category").text(TEXT_MAX);
            score = data.optional("score").whole(0, SCORE_MAX);
            points = data.optional("points").whole(-POINTS_MAX, POINTS_MAX);
            tier = data.optional("tier").text(TIER_MAX);
            gesture = data.optional("gesture").uuid();
        }
        complete();
        return new Outcome(
                source,
                id,
                type,
                customer,
                at,
                amount,
                category,
                score,
                points == null ? null : points.longValue(),
                tier,
                gesture,
                replaces);
    }

    /** Whoever hands an event on may add to its envelope, but not to what it says. */
    private void complete() {
        if (isEvent) {
            if (data != null) {
                data.refuseUnknown();
            }
            form.allowOthers();
        }
        form.complete();
    }

    private static String replaces(Field reverses, Field corrects) {
        if (!reverses.isAbsent() && !corrects.isAbsent()) {
            return corrects.wrong("one-or-the-other", "cannot stand beside reverses");
        }
        return reverses.isAbsent() ? corrects.text(TEXT_MAX) : reverses.text(TEXT_MAX);
    }

    private OutcomeType type(Field reverses) {
        boolean isReversal = reverses != null && !reverses.isAbsent();
        Field field = isReversal && !isEvent ? form.optional("type") : form.required("type");
        String text = field.text(TEXT_MAX);
        if (text == null) {
            return isReversal ? OutcomeType.REVERSAL : null;
        }
        String code = isEvent ? text.substring(text.lastIndexOf('.') + 1) : text;
        return OutcomeType.of(code)
                .orElseGet(
                        () ->
                                field.wrong(
                                        "unknown-value",
                                        "is none of " + String.join(", ", OutcomeType.codes())));
    }
}
