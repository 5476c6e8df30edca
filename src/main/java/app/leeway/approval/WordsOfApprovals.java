package app.leeway.approval;

import app.leeway.outbox.Telling;
import app.leeway.outbox.Word;
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
class WordsOfApprovals {

    @Inject Telling telling;

    /** To whoever it is brought to first; to leaders, where there is nobody else. */
    void asked(List<Approval> approvals, Routing routing) {
        List<Word> words = new ArrayList<>();
        for (Approval approval : approvals) {
            String what = approval.leadership ? "approval.nobody" : "approval.asked";
            addressed(approval, routing)
                    .forEach(d -> words.add(word(d.person().id(), what, approval, null, null)));
        }
        telling.tell(words);
    }

    /** To the requester, and to the others that it is taken. */
    void decided(Approval approval, Happening happening, String what, Routing routing) {
        telling.silence(approval.id.toString());
        List<Word> words = new ArrayList<>();
        words.add(
                word(
                        approval.about.requesterId(),
                        "approval." + what,
                        approval,
                        happening.personId(),
                        happening.forId()));
        toTheOthers(approval, routing, happening.personId())
                .map(id -> word(id, "approval.taken", approval, happening.personId(), null))
                .forEach(words::add);
        telling.tell(words);
    }

    /** To those who had it before them. */
    void withdrawn(Approval approval, Routing routing) {
        telling.silence(approval.id.toString());
        telling.tell(
                toTheOthers(approval, routing, approval.about.requesterId())
                        .map(id -> word(id, "approval.withdrawn", approval, null, null))
                        .toList());
    }

    /** To the requester: nobody decided before the hold ended. */
    void expired(Approval approval) {
        telling.silence(approval.id.toString());
        telling.tell(
                List.of(
                        word(
                                approval.about.requesterId(),
                                "approval.expired",
                                approval,
                                null,
                                null)));
    }

    private static Stream<Long> toTheOthers(Approval approval, Routing routing, Long except) {
        return addressed(approval, routing)
                .map(d -> d.person().id())
                .filter(id -> !Objects.equals(id, except));
    }

    /** All who may, where a customer waits; else those of the steps it has been brought to. */
    static Stream<Decider> addressed(Approval approval, Routing routing) {
        return routing.deciders(approval.about).stream()
                .filter(d -> approval.waitingMinutes != null || d.step() <= approval.step);
    }

    private static Word word(long to, String what, Approval approval, Long by, Long forId) {
        Map<String, String> values = new HashMap<>();
        values.put("who", Long.toString(approval.about.requesterId()));
        values.put("amount", Long.toString(approval.about.amountMinor()));
        values.put("kind", approval.kind);
        values.put("place", approval.about.place());
        if (by != null) {
            values.put("by", by.toString());
        }
        if (forId != null) {
            values.put("for", forId.toString());
        }
        return new Word(to, what, approval.id.toString(), values, approval.waitingMinutes != null);
    }
}
