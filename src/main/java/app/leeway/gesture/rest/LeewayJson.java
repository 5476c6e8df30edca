package app.leeway.gesture.rest;

import app.leeway.catalogue.Catalogue;
import app.leeway.gesture.Leeway;
import app.leeway.guardrail.Clause;
import app.leeway.organization.Profile;
import app.leeway.shared.LocalizedText;
import java.time.Instant;
import java.util.List;

/** What I may do here and now; all that a tablet needs to work on its own for a while. */
public record LeewayJson(
        Profile person,
        Instant asOf,
        String zone,
        String currency,
        int lateWithinDays,
        List<HeadroomJson> headroom,
        List<OfferJson> kinds,
        List<ClauseJson> clauses,
        List<TouchpointJson> touchpoints,
        List<IncidentJson> incidents) {

    /** A clause of the policy, and how far it may be bent. */
    public record ClauseJson(String clause, String bendable, LocalizedText text) {

        static ClauseJson of(Clause clause) {
            return new ClauseJson(clause.code(), clause.bendable().code(), clause.text());
        }
    }

    /** What can happen to a customer here. */
    public record IncidentJson(String code, LocalizedText name) {}

    /** Where a customer is met. */
    public record TouchpointJson(String code, LocalizedText name) {}

    static LeewayJson of(Leeway leeway, Profile person, List<Clause> clauses, Catalogue catalogue) {
        return new LeewayJson(
                person,
                leeway.asOf(),
                leeway.zone().getId(),
                leeway.currency(),
                leeway.lateWithinDays(),
                HeadroomJson.of(leeway.headroom()),
                leeway.kinds().stream()
                        .map(
                                offer ->
                                        OfferJson.of(
                                                offer,
                                                clauses,
                                                leeway.person().rateMinor(),
                                                leeway.currency()))
                        .toList(),
                clauses.stream().map(ClauseJson::of).toList(),
                catalogue.touchpoints().stream()
                        .map(t -> new TouchpointJson(t.code(), t.name()))
                        .toList(),
                catalogue.incidents().stream()
                        .filter(i -> i.isAt(leeway.site()))
                        .map(i -> new IncidentJson(i.code(), i.name()))
                        .toList());
    }
}
