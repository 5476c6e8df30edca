package app.leeway.gesture;

import app.leeway.guardrail.Outcome;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A gesture in a list.
 *
 * @param user and name: who gave it
 * @param site null above sites
 * @param customer code; null, like its name, when nobody was named
 * @param cost what it came to, or is held
 * @param judgedFor when it happened or is planned for
 * @param late whether it was logged on a later day than it happened on
 * @param bookedOn when it was logged, where a budget's own period had closed by then; else null
 * @param bends codes of clauses
 */
public record GestureRow(
        UUID id,
        String kind,
        LocalizedText kindName,
        String user,
        String name,
        String place,
        LocalizedText placeName,
        String site,
        String customer,
        String customerName,
        String visit,
        Money cost,
        GestureState state,
        Review review,
        Outcome outcome,
        boolean done,
        Instant judgedFor,
        Instant receivedAt,
        boolean late,
        Instant bookedOn,
        List<String> bends) {}
