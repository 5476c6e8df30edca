package app.leeway.approval;

import app.leeway.catalogue.Catalogues;
import app.leeway.catalogue.Kind;
import app.leeway.organization.Actor;
import app.leeway.organization.Organizations;
import app.leeway.shared.Money;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Somebody who may offers less, or another kind: the requester takes it with one word, or not. */
@ApplicationScoped
public class CounteringExceptions {

    @Inject Deciding deciding;

    @Inject Catalogues catalogues;

    @Inject Organizations organizations;

    @Inject ApprovalNotifications words;

    /**
     * @param version as the actor has seen it; null: whatever it is
     * @param amount less than what is asked; null for another kind with a fixed cost
     * @param kind code of another kind; null: less of the same
     * @param comment in their own words, or null
     * @throws RefusedException INVALID when it cannot be offered; else as {@link Deciding#begin}
     */
    @Transactional
    public void counter(
            UUID id, Integer version, Money amount, String kind, String comment, Actor actor) {
        Deciding.Turn turn = deciding.begin(Action.COUNTER, id, version, actor);
        Approval approval = turn.approval();
        long offered = kind == null ? less(approval, amount) : otherKind(approval, kind, amount);
        if (organizations.current().approvals().approvalsNeeded(offered) > 1) {
            throw RefusedException.invalid(
                    "amount", "four-eyes", "two people must say yes to so much: offer less");
        }
        Signature by = turn.standpoint().yes(turn.now());
        approval.counter(new Offer(offered, kind, by));
        ApprovalEvent happening =
                new ApprovalEvent("counter", by.byId(), by.forId(), offered, comment);
        deciding.keep(approval, happening);
        words.countered(approval);
        deciding.note(approval, happening, "countered");
    }

    private long less(Approval approval, Money amount) {
        if (amount == null) {
            throw RefusedException.invalid("amount", "missing", "offer an amount, or another kind");
        }
        mustBeOurs(amount);
        Kind kind = catalogues.current().kindEver(approval.kind()).orElseThrow();
        if (kind.presetMinor() != null) {
            throw RefusedException.invalid(
                    "amount",
                    "fixed-cost",
                    kind.code() + " costs what it costs: offer another kind");
        }
        if (amount.minor() >= approval.about().amountMinor()) {
            throw RefusedException.invalid(
                    "amount", "more-than-asked", "a counter-offer is less than what is asked for");
        }
        return amount.minor();
    }

    private long otherKind(Approval approval, String code, Money amount) {
        Kind kind =
                catalogues
                        .current()
                        .kind(code)
                        .filter(k -> !k.code().equals(approval.kind()))
                        .orElseThrow(
                                () ->
                                        RefusedException.invalid(
                                                "kind",
                                                "unknown-kind",
                                                "there is no other kind '" + code + "'"));
        if (!kind.isAt(approval.site())) {
            throw RefusedException.invalid(
                    "kind", "kind-not-here", code + " is not given at " + approval.about().place());
        }
        if (kind.customerRequired() && approval.about().customerId() == null) {
            throw RefusedException.invalid("kind", "customer-needed", code + " needs a customer");
        }
        long cost = cost(kind, amount);
        if (cost > approval.about().amountMinor()) {
            throw RefusedException.invalid(
                    "amount", "more-than-asked", "a counter-offer is not more than what is asked");
        }
        return cost;
    }

    private long cost(Kind kind, Money amount) {
        boolean preset = kind.presetMinor() != null;
        if (preset && amount != null) {
            throw RefusedException.invalid(
                    "amount", "fixed-cost", kind.code() + " costs what it costs");
        }
        if (!preset && kind.cost() != Kind.CostModel.ENTERED) {
            throw RefusedException.invalid(
                    "kind", "cost-unknown", "what " + kind.code() + " costs depends on the time");
        }
        if (!preset && amount == null) {
            throw RefusedException.invalid("amount", "missing", kind.code() + " needs an amount");
        }
        if (!preset) {
            mustBeOurs(amount);
        }
        return preset ? kind.presetMinor() : amount.minor();
    }

    private void mustBeOurs(Money amount) {
        String currency = organizations.current().company().currency();
        if (!amount.currency().getCurrencyCode().equals(currency)) {
            throw RefusedException.invalid(
                    "amount.currency", "wrong-currency", "the budgets are in " + currency);
        }
    }
}
