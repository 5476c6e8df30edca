package app.leeway.approval.rest;

import app.leeway.approval.ApprovalCard;
import app.leeway.http.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An exception in a list. */
public record ApprovalJson(
        UUID id,
        String state,
        int version,
        Who who,
        String place,
        String site,
        String kind,
        String category,
        String customer,
        String customerName,
        String occasion,
        List<String> bends,
        MoneyJson asked,
        OfferJson offer,
        MoneyJson granted,
        Instant askedAt,
        Instant plannedFor,
        Instant dueAt,
        Integer customerWaiting,
        MoneyJson fallback,
        int step,
        boolean overdue,
        boolean leadership,
        String assignedTo) {

    /** What is offered instead; another kind where one is named. */
    public record OfferJson(MoneyJson amount, String kind, Who by, Instant at) {

        static OfferJson of(ApprovalCard.Offered offer) {
            return offer == null
                    ? null
                    : new OfferJson(
                            MoneyJson.of(offer.amount()),
                            offer.kind(),
                            new Who(offer.user(), offer.name()),
                            offer.at());
        }
    }

    /** Somebody of the company. */
    public record Who(String user, String name) {}

    static ApprovalJson of(ApprovalCard card) {
        return new ApprovalJson(
                card.id(),
                card.state().code(),
                card.version(),
                new Who(card.user(), card.name()),
                card.place(),
                card.site(),
                card.kind(),
                card.category(),
                card.customer(),
                card.customerName(),
                card.occasion(),
                card.bends(),
                MoneyJson.of(card.asked()),
                OfferJson.of(card.offer()),
                MoneyJson.of(card.granted()),
                card.askedAt(),
                card.judgedFor(),
                card.dueAt(),
                card.waitingMinutes(),
                MoneyJson.of(card.fallback()),
                card.step(),
                card.overdue(),
                card.leadership(),
                card.assignedTo());
    }
}
