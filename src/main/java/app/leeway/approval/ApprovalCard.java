package app.leeway.approval;

import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An exception in a list.
 *
 * @param user and name: who asks
 * @param site null above sites
 * @param customer code; null, like its name, when nobody was named
 * @param asked what is asked for
 * @param offer what is offered instead, or was; null: nothing
 * @param granted what was granted in the end, or null
 * @param judgedFor when it is meant for
 * @param dueAt when the clock of its step runs out
 * @param waitingMinutes how long a customer can wait; null: none does
 * @param fallback what is granted when nobody answers in that time, or null
 * @param overdue whether the last step's clock has run out
 * @param leadership whether nobody but leaders may decide it
 * @param assignedTo user name of whoever it was handed to, or null
 * @param bends codes of clauses
 */
public record ApprovalCard(
        UUID id,
        ApprovalState state,
        int version,
        long requesterId,
        String user,
        String name,
        String place,
        LocalizedText placeName,
        String site,
        String kind,
        LocalizedText kindName,
        String category,
        String customer,
        String customerName,
        Money asked,
        Offered offer,
        Money granted,
        Instant askedAt,
        Instant judgedFor,
        Instant dueAt,
        Integer waitingMinutes,
        Money fallback,
        int step,
        boolean overdue,
        boolean leadership,
        String assignedTo,
        String occasion,
        List<String> bends) {

    /**
     * What is offered, or was.
     *
     * @param kind code of another kind; null: less of the same
     * @param user and name: whose offer it is
     */
    public record Offered(
            Money amount,
            String kind,
            LocalizedText kindName,
            String user,
            String name,
            Instant at) {}
}
