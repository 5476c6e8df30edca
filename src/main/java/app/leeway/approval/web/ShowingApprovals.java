package app.leeway.approval.web;

import app.leeway.approval.ApprovalCard;
import app.leeway.approval.ApprovalDetail;
import app.leeway.approval.ApprovalFilter;
import app.leeway.approval.ApprovalFilter.View;
import app.leeway.approval.ApprovalState;
import app.leeway.approval.LookingAtApprovals;
import app.leeway.gesture.GestureFilter;
import app.leeway.gesture.GestureRow;
import app.leeway.gesture.Gestures;
import app.leeway.guardrail.Clause;
import app.leeway.guardrail.Rules;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.LocalizedText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Brings together what a card says beside the exception itself. */
@RequestScoped
public class ShowingApprovals {

    private static final int A_FEW = 4;

    @Inject Actors actors;

    @Inject Access access;

    @Inject LookingAtApprovals looking;

    @Inject Gestures gestures;

    @Inject Rules rules;

    private final Map<String, ShownApproval.LikeThis> likes = new HashMap<>();

    /**
     * @throws app.leeway.shared.RefusedException NOT_FOUND when there is none for whoever asks
     */
    ShownApproval shown(UUID id) {
        Actor actor = actors.actor();
        ApprovalDetail detail = looking.get(id, actor);
        ApprovalCard card = detail.card();
        return new ShownApproval(
                detail,
                card.bends().stream().map(this::clause).toList(),
                card.customer() == null ? List.of() : history(card, actor),
                likes.computeIfAbsent(
                        card.kind() + ' ' + card.site(), each -> likeThis(card, actor)));
    }

    private LocalizedText clause(String code) {
        return rules.current().clauses().stream()
                .filter(clause -> clause.code().equals(code))
                .findFirst()
                .map(Clause::text)
                .orElse(LocalizedText.same(code));
    }

    private List<GestureRow> history(ApprovalCard card, Actor actor) {
        GestureFilter ofCustomer =
                new GestureFilter(
                        null,
                        null,
                        null,
                        card.customer(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false);
        return gestures.page(ofCustomer, access.reach(actor), 0, A_FEW + 1).stream()
                .filter(row -> !row.id().equals(card.id()))
                .limit(A_FEW)
                .toList();
    }

    private ShownApproval.LikeThis likeThis(ApprovalCard card, Actor actor) {
        return new ShownApproval.LikeThis(
                count(card, ApprovalState.APPROVED, actor),
                count(card, ApprovalState.DECLINED, actor));
    }

    private long count(ApprovalCard card, ApprovalState state, Actor actor) {
        return looking.count(
                new ApprovalFilter(View.ALL, state, card.site(), card.kind(), false), actor);
    }
}
