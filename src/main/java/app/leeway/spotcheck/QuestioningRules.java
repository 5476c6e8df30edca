package app.leeway.spotcheck;

import app.leeway.guardrail.Guardrails;
import app.leeway.guardrail.Rules;
import app.leeway.organization.Actor;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What was done makes somebody ask whether the rule is right. */
@ApplicationScoped
public class QuestioningRules {

    @Inject SpotCheckInbox inbox;
    @Inject Rules rules;

    /**
     * @param clause code; null where a guardrail is meant
     * @param guardrail code; null where a clause is meant
     * @throws RefusedException NOT_FOUND, NOT_ALLOWED, WRONG_STATE; INVALID when it is about no
     *     rule, or asks nothing
     */
    @Transactional
    public SpotCheck ask(Actor actor, UUID id, String clause, String guardrail, String question) {
        check(clause, guardrail, question);
        return inbox.take(
                actor,
                id,
                turn -> {
                    inbox.mustLook(actor, turn.spotCheck());
                    turn.store().ask(id, clause, guardrail, question, actor.personId(), turn.now());
                    turn.store().save(id, SpotCheck.State.QUESTIONED, actor.personId(), turn.now());
                    inbox.note(
                            actor,
                            turn.spotCheck(),
                            "questioned",
                            clause == null ? guardrail : clause);
                });
    }

    private void check(String clause, String guardrail, String question) {
        if (question == null || question.isBlank()) {
            throw RefusedException.invalid("question", "missing", "question is needed");
        }
        if ((clause == null) == (guardrail == null)) {
            throw RefusedException.invalid(
                    "clause", "missing", "either clause or guardrail is needed");
        }
        Guardrails now = rules.current();
        if (clause != null && now.clause(clause).isEmpty()) {
            throw RefusedException.invalid(
                    "clause", "unknown-clause", "There is no clause '" + clause + "'.");
        }
        if (guardrail != null
                && now.revisions().stream().noneMatch(g -> g.code().equals(guardrail))) {
            throw RefusedException.invalid(
                    "guardrail", "unknown-guardrail", "There is no guardrail '" + guardrail + "'.");
        }
    }
}
