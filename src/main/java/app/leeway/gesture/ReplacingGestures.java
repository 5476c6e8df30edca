package app.leeway.gesture;

import app.leeway.audit.AuditTrail;
import app.leeway.budget.BudgetBalance;
import app.leeway.budget.Ledger;
import app.leeway.budget.Posting;
import app.leeway.guardrail.Outcome;
import app.leeway.shared.Money;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Another kind is granted instead of what waits: the one is released, and the other is logged with
 * a verdict of its own, granted in the name of whoever offered it.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class ReplacingGestures {

    @Inject GestureTransitions moving;

    @Inject Granting granting;

    @Inject DecliningGestures declining;

    @Inject Reassessment judging;

    @Inject GestureStore store;

    @Inject CountingGestures counting;

    @Inject Ledger ledger;

    @Inject AuditTrail audit;

    @Inject ApproverLookup addressing;

    @Inject Event<GesturesChanged> changed;

    /**
     * @param newId of the gesture of the other kind
     * @param cost of an entered kind; null: its preset
     * @param approverId in whose name it is granted
     * @return what the other costs
     * @throws RefusedException NOT_FOUND; WRONG_STATE unless it waits; REFUSED when nobody may
     *     grant the other
     */
    public Money replace(UUID id, UUID newId, String kind, Money cost, long approverId) {
        GestureRecord gesture = moving.take(id);
        gesture.mustWait();
        Assessment other = judging.ofAnotherKind(gesture, newId, kind, cost);
        store.lockKeys(other.questions());
        TreeSet<Long> periods = new TreeSet<>(granting.draws(id).keySet());
        periods.addAll(other.draft().periodIds());
        ledger.lock(periods);
        declining.decline(id, "replaced", approverId);
        Map<Long, BudgetBalance> standings = ledger.read(periods);
        Decision decision =
                other.decide(
                                List.of(),
                                counting.count(
                                        other.questions(),
                                        other.draft().premises().organization(),
                                        List.of(id)),
                                standings)
                        .granted(standings);
        if (decision.verdict().outcome() == Outcome.STOP) {
            throw new RefusedException(
                    Refusal.REFUSED, decision.verdict().reasons().get(0).message().en());
        }
        write(
                decision.answered(addressing.route(Decision.requests(List.of(decision)))),
                approverId);
        return decision.draft().cost();
    }

    private void write(Decision decision, long approverId) {
        ResolvedRequest draft = decision.draft();
        List<Posting> postings =
                decision.postings().stream()
                        .map(p -> p.type() == Posting.Type.OVERDRAFT ? p.by(approverId) : p)
                        .toList();
        GestureSeal seal = store.write(List.of(decision)).get(draft.id());
        ledger.post(postings);
        audit.append(GestureNotes.logged(decision, seal, postings));
        changed.fire(
                new GesturesChanged(
                        List.of(draft.id()),
                        Set.of(draft.place()),
                        Set.of(draft.actor().personId())));
    }
}
