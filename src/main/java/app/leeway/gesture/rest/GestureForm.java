package app.leeway.gesture.rest;

import app.leeway.gesture.GestureRequest;
import app.leeway.http.Field;
import app.leeway.http.Form;
import app.leeway.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A gesture as it is sent. */
final class GestureForm {

    private static final int MINUTES_MAX = 24 * 60;
    private static final int KILOMETRES_MAX = 2000;
    private static final int VISIT_MAX = 80;
    private static final int OCCASION_MAX = 500;
    private static final int BENDS_MAX = 10;
    private static final int LATE_REASON_MAX = 200;

    private GestureForm() {}

    /**
     * @throws app.leeway.shared.RefusedException INVALID with everything wrong with its form
     */
    static GestureRequest read(Form form) {
        String kind = form.required("kind").code();
        Money cost = form.optional("cost").money();
        Integer minutes = form.optional("minutes").whole(1, MINUTES_MAX);
        BigDecimal kilometres = form.optional("distanceKm").decimal(KILOMETRES_MAX, 3);
        String customer = form.optional("customer").code();
        String visit = form.optional("visit").text(VISIT_MAX);
        String site = form.optional("site").code();
        String touchpoint = form.optional("touchpoint").code();
        String occasion = form.optional("occasion").text(OCCASION_MAX);
        List<String> bends = form.optional("bends").list(BENDS_MAX, Field::code);
        Money damage = form.optional("damage").money();
        String moment = form.optional("moment").code();
        Instant occurredAt = form.optional("occurredAt").instant();
        Instant plannedFor = form.optional("plannedFor").instant();
        boolean done = form.required("done").truth();
        String incident = form.optional("incident").code();
        String lateReason = form.optional("lateReason").text(LATE_REASON_MAX);
        Field waiting = form.optional("customerWaiting");
        Integer customerWaiting = waiting.whole(2, 10);
        if (customerWaiting != null && !List.of(2, 5, 10).contains(customerWaiting)) {
            waiting.wrong("unknown-value", "is none of 2, 5, 10");
        }
        form.complete();
        return new GestureRequest(
                kind,
                cost,
                minutes,
                metres(kilometres),
                customer,
                visit,
                site,
                touchpoint,
                occasion,
                bends,
                damage,
                moment,
                occurredAt,
                plannedFor,
                done,
                customerWaiting,
                incident,
                lateReason);
    }

    private static Integer metres(BigDecimal kilometres) {
        return kilometres == null ? null : kilometres.movePointRight(3).intValueExact();
    }
}
