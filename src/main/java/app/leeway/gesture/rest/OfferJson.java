package app.leeway.gesture.rest;

import app.leeway.catalogue.Kind;
import app.leeway.gesture.Leeway;
import app.leeway.guardrail.Clause;
import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Threshold;
import app.leeway.http.MoneyJson;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import java.util.Locale;

/**
 * A kind that may be given here, with what judging it offline needs.
 *
 * @param goUpTo the largest cost that nobody would have to be asked for; null: none is too large
 */
public record OfferJson(
        String code,
        LocalizedText name,
        String category,
        String model,
        String customer,
        List<LeewayJson.ClauseJson> bends,
        MoneyJson cost,
        List<MoneyJson> presets,
        MoneyJson ratePerHour,
        MoneyJson perKm,
        List<BoundJson> bounds,
        @JsonbNillable MoneyJson goUpTo) {

    /** The cost above which a rule speaks; null: whatever the cost. */
    public record BoundJson(
            @JsonbNillable String above, Outcome outcome, String rule, String type) {

        static BoundJson of(Threshold bound, String currency) {
            return new BoundJson(
                    bound.aboveMinor() < 0 ? null : Money.of(bound.aboveMinor(), currency).amount(),
                    bound.outcome(),
                    bound.rule(),
                    bound.type().name().toLowerCase(Locale.ROOT));
        }
    }

    static OfferJson of(Leeway.Offer offer, List<Clause> clauses, Long rateMinor, String currency) {
        Kind kind = offer.kind();
        boolean takesTime =
                kind.cost() == Kind.CostModel.TIME || kind.cost() == Kind.CostModel.TRAVEL;
        return new OfferJson(
                kind.code(),
                kind.name(),
                kind.category(),
                kind.cost().code(),
                kind.customerRequired() ? "required" : "optional",
                clauses.stream()
                        .filter(clause -> kind.bends().contains(clause.code()))
                        .map(LeewayJson.ClauseJson::of)
                        .toList(),
                MoneyJson.of(kind.presetMinor(), currency),
                kind.presets().stream().map(p -> MoneyJson.of(p, currency)).toList(),
                takesTime ? MoneyJson.of(rateMinor, currency) : null,
                MoneyJson.of(kind.perKmMinor(), currency),
                offer.bounds().stream().map(b -> BoundJson.of(b, currency)).toList(),
                MoneyJson.of(offer.goUpTo()));
    }
}
