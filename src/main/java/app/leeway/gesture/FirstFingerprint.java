package app.leeway.gesture;

import app.leeway.shared.Money;

/**
 * The text whose SHA-256 is the fingerprint of a gesture logged by Leeway 0.1: what a record of
 * these fields printed then.
 *
 * <p>Frozen: gestures with such a fingerprint are never written again, and must be recognized for
 * ever. Fields of later versions do not belong here; a request that has one was never made then.
 */
final class FirstFingerprint {

    private FirstFingerprint() {}

    static String canonical(GestureRequest asked) {
        StringBuilder text = new StringBuilder("GestureRequest[kind=").append(asked.kind());
        text.append(", cost=").append(printed(asked.cost()));
        text.append(", minutes=").append(asked.minutes());
        text.append(", distanceMetres=").append(asked.distanceMetres());
        text.append(", customer=").append(asked.customer());
        text.append(", visit=").append(asked.visit());
        text.append(", site=").append(asked.site());
        text.append(", touchpoint=").append(asked.touchpoint());
        text.append(", occasion=").append(asked.occasion());
        text.append(", bends=").append(asked.bends());
        text.append(", damage=").append(printed(asked.damage()));
        text.append(", moment=").append(asked.moment());
        text.append(", occurredAt=").append(asked.occurredAt());
        text.append(", plannedFor=").append(asked.plannedFor());
        text.append(", done=").append(asked.done());
        appendLaterFields(text, asked);
        return text.append(']').toString();
    }

    /**
     * Three fields came one after the other; the last of them were left out where they said
     * nothing.
     */
    private static void appendLaterFields(StringBuilder text, GestureRequest asked) {
        boolean isLate = asked.lateReason() != null;
        boolean isIncident = isLate || asked.incident() != null;
        boolean isWaiting = isIncident || asked.customerWaiting() != null;
        if (isWaiting) {
            text.append(", customerWaiting=").append(asked.customerWaiting());
        }
        if (isIncident) {
            text.append(", incident=").append(asked.incident());
        }
        if (isLate) {
            text.append(", lateReason=").append(asked.lateReason());
        }
    }

    private static String printed(Money money) {
        return money == null
                ? "null"
                : "Money[minor=" + money.minor() + ", currency=" + money.currency() + "]";
    }
}
