package app.leeway.guardrail;

import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * A gesture as the guardrails see it: values only, so that the same proposal gets the same verdict
 * for ever.
 *
 * @param kindName for the sentences
 * @param roles codes of the acting person's roles
 * @param places the unit where it happens, then those above it
 * @param site code, or null above sites
 * @param staff the acting person's key
 * @param customer the customer's key, or null
 * @param tier the customer's tier, or null
 * @param visit key of a booking or visit, the same however it is spelled, or null
 * @param bends codes of all clauses bent
 * @param judgedFor when it happened or is planned for
 * @param toldAt when it was logged, for a late entry that counts on that day as well; else null
 * @param zone where it happens
 */
public record Proposal(
        String kind,
        LocalizedText kindName,
        String category,
        boolean outreach,
        Set<String> roles,
        List<String> places,
        String site,
        long staff,
        Long customer,
        String tier,
        String visit,
        String touchpoint,
        String moment,
        List<String> bends,
        Money cost,
        Instant judgedFor,
        Instant toldAt,
        ZoneId zone) {

    /**
     * @throws IllegalArgumentException when the cost is below zero
     */
    public Proposal {
        roles = Set.copyOf(roles);
        places = List.copyOf(places);
        bends = List.copyOf(bends);
        if (cost.minor() < 0) {
            throw new IllegalArgumentException("a gesture costs nothing or more, not " + cost);
        }
    }
}
