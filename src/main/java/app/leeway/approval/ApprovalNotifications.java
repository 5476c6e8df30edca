package app.leeway.approval;

import app.leeway.notification.Notification;
import app.leeway.notification.Notifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Who is told what of an exception, in the transaction of what it tells of. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class ApprovalNotifications {

    @Inject Notifier telling;

    /** To whoever it is brought to first; to leaders, where there is nobody else. */
    void asked(List<AddressingExceptions.Asked> asked) {
        List<Notification> words = new ArrayList<>();
        for (AddressingExceptions.Asked one : asked) {
            Approval approval = one.approval();
            ApprovalNotification type =
                    approval.leadership()
                            ? ApprovalNotification.NOBODY
                            : ApprovalNotification.ASKED;
            addressed(approval, one.deciders())
                    .forEach(d -> words.add(word(d.person().id(), type, approval, Map.of())));
        }
        telling.tell(words);
    }

    /** To the requester, and to the others that it is taken. */
    void decided(Approval approval, ApprovalNotification type, Routing routing) {
        telling.silence(approval.id().toString());
        Signature said = approval.decided();
        tell(requester(approval), type, approval, by(said));
        tell(
                toTheOthers(approval, routing, said.byId()),
                ApprovalNotification.TAKEN,
                approval,
                Map.of("by", Long.toString(said.byId())));
    }

    /** To those who had it before them. */
    void withdrawn(Approval approval, Routing routing) {
        telling.silence(approval.id().toString());
        tell(
                toTheOthers(approval, routing, null),
                ApprovalNotification.WITHDRAWN,
                approval,
                Map.of());
    }

    /** To the requester: nobody decided before the hold ended. */
    void expired(Approval approval) {
        telling.silence(approval.id().toString());
        tell(requester(approval), ApprovalNotification.EXPIRED, approval, Map.of());
    }

    /** To the requester: less, or another kind. */
    void countered(Approval approval) {
        telling.silence(approval.id().toString());
        Map<String, String> more = by(approval.offer().by());
        more.put("offered", Long.toString(approval.offer().amountMinor()));
        tell(requester(approval), ApprovalNotification.COUNTERED, approval, more);
    }

    /** To whoever made the offer; the others hear that it is taken. */
    void accepted(Approval approval, Routing routing) {
        telling.silence(approval.id().toString());
        long author = approval.decided().byId();
        Map<String, String> offered = Map.of("offered", Long.toString(approval.grantedMinor()));
        tell(Stream.of(author), ApprovalNotification.ACCEPTED, approval, offered);
        tell(
                toTheOthers(approval, routing, author),
                ApprovalNotification.TAKEN,
                approval,
                Map.of("by", Long.toString(author)));
    }

    void questioned(Approval approval) {
        tell(
                requester(approval),
                ApprovalNotification.QUESTIONED,
                approval,
                Map.of("by", Long.toString(approval.questionedBy())));
    }

    /**
     * @param to who asked, or whose offer was not taken
     */
    void answered(Approval approval, long to) {
        tell(Stream.of(to), ApprovalNotification.ANSWERED, approval, Map.of());
    }

    void reassigned(Approval approval, long byId) {
        tell(
                Stream.of(approval.assignedTo()),
                ApprovalNotification.REASSIGNED,
                approval,
                Map.of("by", Long.toString(byId)));
    }

    void reminded(Approval approval, Routing routing) {
        tell(
                toTheOthers(approval, routing, null),
                ApprovalNotification.REMINDED,
                approval,
                Map.of());
    }

    /** To those to whom it has come now. */
    void escalated(Approval approval, Routing routing) {
        tell(
                addressed(approval, routing)
                        .filter(d -> d.step() == approval.step())
                        .map(d -> d.person().id()),
                ApprovalNotification.ESCALATED,
                approval,
                Map.of());
    }

    void overdue(Approval approval, Routing routing) {
        tell(
                Stream.concat(toTheOthers(approval, routing, null), requester(approval)),
                ApprovalNotification.OVERDUE,
                approval,
                Map.of());
    }

    void fellBack(Approval approval, long partMinor) {
        telling.silence(approval.id().toString());
        tell(
                requester(approval),
                ApprovalNotification.FELL_BACK,
                approval,
                Map.of(
                        "now", Long.toString(partMinor),
                        "rest", Long.toString(approval.about().amountMinor() - partMinor)));
    }

    /** To the requester, and to those to whom it is brought again. */
    void undone(Approval approval, Signature said, Routing routing) {
        tell(
                Stream.concat(toTheOthers(approval, routing, said.byId()), requester(approval)),
                ApprovalNotification.UNDONE,
                approval,
                by(said));
    }

    private static Stream<Long> requester(Approval approval) {
        return Stream.of(approval.about().requesterId());
    }

    private static Map<String, String> by(Signature said) {
        Map<String, String> by = new HashMap<>();
        by.put("by", Long.toString(said.byId()));
        if (said.forId() != null) {
            by.put("for", Long.toString(said.forId()));
        }
        return by;
    }

    private static Stream<Long> toTheOthers(Approval approval, Routing routing, Long except) {
        return addressed(approval, routing)
                .map(d -> d.person().id())
                .filter(id -> !Objects.equals(id, except));
    }

    /**
     * Those who have it: all who may, where a customer waits; else whoever it was handed to, or
     * those of the steps it has been brought to.
     */
    static Stream<Decider> addressed(Approval approval, Routing routing) {
        return addressed(approval, routing.deciders(approval.about()));
    }

    static Stream<Decider> addressed(Approval approval, List<Decider> deciders) {
        if (approval.waitingMinutes() != null) {
            return deciders.stream();
        }
        List<Decider> handedTo =
                deciders.stream()
                        .filter(d -> Objects.equals(d.person().id(), approval.assignedTo()))
                        .toList();
        return handedTo.isEmpty()
                ? deciders.stream().filter(d -> d.step() <= approval.step())
                : handedTo.stream();
    }

    private void tell(
            Stream<Long> people,
            ApprovalNotification type,
            Approval approval,
            Map<String, String> more) {
        telling.tell(people.distinct().map(id -> word(id, type, approval, more)).toList());
    }

    private static Notification word(
            long to, ApprovalNotification type, Approval approval, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("who", Long.toString(approval.about().requesterId()));
        values.put("amount", Long.toString(approval.about().amountMinor()));
        values.put("kind", approval.kind());
        values.put("place", approval.about().place());
        return new Notification(
                to, type, approval.id().toString(), values, approval.waitingMinutes() != null);
    }
}
