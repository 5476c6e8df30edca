package app.leeway.gesture.rest;

import app.leeway.gesture.GestureRow;
import app.leeway.guardrail.Outcome;
import app.leeway.http.MoneyJson;
import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A gesture in a list. */
public record GestureJson(
        UUID id,
        String state,
        @JsonbNillable String review,
        Outcome outcome,
        String kind,
        MoneyJson cost,
        Who who,
        String place,
        String site,
        String customer,
        String visit,
        List<String> bends,
        boolean done,
        Instant occurredAt,
        Instant plannedFor,
        Instant receivedAt,
        Boolean late,
        Instant bookedOn) {

    /** Whoever gave it. */
    public record Who(String user, String name) {}

    static GestureJson of(GestureRow row) {
        return new GestureJson(
                row.id(),
                row.state().code(),
                AnswerJson.code(row.review()),
                row.outcome(),
                row.kind(),
                MoneyJson.of(row.cost()),
                new Who(row.user(), row.name()),
                row.place(),
                row.site(),
                row.customer(),
                row.visit(),
                row.bends(),
                row.done(),
                row.done() ? row.judgedFor() : null,
                row.done() ? null : row.judgedFor(),
                row.receivedAt(),
                row.late() ? true : null,
                row.bookedOn());
    }
}
