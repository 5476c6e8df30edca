package app.leeway.gesture;

import app.leeway.budget.BudgetBalance;
import app.leeway.budget.BudgetBalances;
import app.leeway.gesture.CountingGestures.Counted;
import app.leeway.guardrail.Question;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The same judgement as when it is logged, with nothing written and nothing locked: it may be
 * another by then.
 */
@ApplicationScoped
public class PreviewingGestures {

    @Inject Access access;

    @Inject RuleSnapshot.Keeper premises;

    @Inject RequestResolver drafting;

    @Inject GestureStore store;

    @Inject CountingGestures counting;

    @Inject BudgetBalances standings;

    @Inject ApproverLookup addressing;

    /**
     * What {@link LoggingGestures#log} would answer now.
     *
     * @throws RefusedException as there
     */
    @Transactional
    public Answer preview(GestureRequest request, Actor actor) {
        access.require(actor, Role.STAFF, Role.MANAGER);
        ResolvedRequest read = drafting.read(new UUID(0, 0), request, actor, premises.current());
        BudgetSnapshot glance = new BudgetSnapshot(standings.at(read.budgets(), read.booking()));
        ResolvedRequest draft = read.drawingOn(glance.draws());
        Assessment judging = new Assessment(draft, store.customer(request.customer()));
        Decision decision = decide(judging, glance.byPeriod());
        return decision.answered(addressing.route(Decision.requests(List.of(decision)))).answer();
    }

    /** Also what it would fall back to, if a customer waited: so that it is seen beforehand. */
    private Decision decide(Assessment judging, Map<Long, BudgetBalance> byPeriod) {
        Map<Question, Counted> counted =
                counting.count(
                        judging.questions(), judging.draft().premises().organization(), List.of());
        Decision decision = judging.decide(List.of(), counted, byPeriod);
        return judging.couldFallBack(decision, counted, byPeriod);
    }
}
