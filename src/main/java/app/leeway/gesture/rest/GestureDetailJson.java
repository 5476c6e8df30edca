package app.leeway.gesture.rest;

import app.leeway.gesture.GestureDetail;
import app.leeway.gesture.GestureRow;
import app.leeway.http.MoneyJson;
import jakarta.json.bind.annotation.JsonbNillable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One gesture with its verdict and its money trail. */
public record GestureDetailJson(
        UUID id,
        String state,
        @JsonbNillable String review,
        VerdictJson verdict,
        String kind,
        MoneyJson cost,
        GestureJson.Who who,
        String place,
        String site,
        String customer,
        String visit,
        String touchpoint,
        String occasion,
        List<String> bends,
        Integer minutes,
        String distanceKm,
        MoneyJson damage,
        boolean done,
        Instant occurredAt,
        Instant plannedFor,
        Instant receivedAt,
        Boolean late,
        Instant bookedOn,
        String lateReason,
        Instant heldUntil,
        Instant endedAt,
        String endedBy,
        String endReason,
        List<HeadroomJson> headroom,
        List<ShortfallJson> shortfall,
        List<EntryJson> trail) {

    /** One entry in a ledger. */
    public record EntryJson(
            String budget,
            String type,
            MoneyJson held,
            MoneyJson spent,
            MoneyJson overdraft,
            String by,
            Instant at) {

        static EntryJson of(GestureDetail.Entry entry) {
            return new EntryJson(
                    entry.budget(),
                    entry.type(),
                    MoneyJson.of(entry.held()),
                    MoneyJson.of(entry.spent()),
                    MoneyJson.of(entry.overdraft()),
                    entry.name(),
                    entry.at());
        }
    }

    public static GestureDetailJson of(GestureDetail detail, String language) {
        GestureRow row = detail.row();
        return new GestureDetailJson(
                row.id(),
                row.state().code(),
                AnswerJson.code(row.review()),
                VerdictJson.of(
                        row.outcome(), detail.reasons(), detail.first().couldApprove(), language),
                row.kind(),
                MoneyJson.of(row.cost()),
                new GestureJson.Who(row.user(), row.name()),
                row.place(),
                row.site(),
                row.customer(),
                row.visit(),
                detail.touchpoint(),
                detail.occasion(),
                row.bends(),
                detail.minutes(),
                kilometres(detail.distanceMetres()),
                MoneyJson.of(detail.damage()),
                row.done(),
                row.done() ? row.judgedFor() : null,
                row.done() ? null : row.judgedFor(),
                row.receivedAt(),
                row.late() ? true : null,
                row.bookedOn(),
                detail.lateReason(),
                detail.heldUntil(),
                detail.endedAt(),
                detail.endedByName(),
                detail.endReason(),
                HeadroomJson.of(detail.first().headroom()),
                ShortfallJson.of(detail.first().shortfall()),
                detail.trail().stream().map(EntryJson::of).toList());
    }

    private static String kilometres(Integer metres) {
        return metres == null ? null : BigDecimal.valueOf(metres, 3).toPlainString();
    }
}
