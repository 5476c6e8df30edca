package app.leeway.gesture;

import app.leeway.catalogue.Kind;
import app.leeway.guardrail.Threshold;
import app.leeway.organization.Person;
import app.leeway.shared.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What somebody may do, here and now.
 *
 * @param site null above sites
 * @param lateWithinDays how many days ago something may have happened that needs no reason
 * @param headroom of every budget that would be drawn on; their own first
 * @param kinds given here, those most used here first
 */
public record Leeway(
        Person person,
        String place,
        String site,
        Instant asOf,
        ZoneId zone,
        String currency,
        int lateWithinDays,
        List<Answer.Headroom> headroom,
        List<Offer> kinds) {

    /**
     * A kind, and the costs above which a rule would speak, for a customer of whom nothing is
     * known.
     *
     * @param bounds lowest first
     * @param goUpTo the largest cost that nobody would have to be asked for; null: none is too
     *     large
     */
    public record Offer(Kind kind, List<Threshold> bounds, Money goUpTo) {}
}
