package app.leeway.spotcheck;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What practice asks of the rules, for those who keep them, change them, and check them. */
@ApplicationScoped
public class RuleQuestions {

    private static final String ASKED =
            """
            SELECT q.id, q.clause, q.guardrail, q.text, p.user_name AS "user", p.name, q.at
              FROM rule_question q JOIN person p ON p.id = q.by_person
             WHERE q.id < :before ORDER BY q.id DESC LIMIT :limit
            """;

    @Inject Jdbi jdbi;
    @Inject Access access;

    /** Whether somebody may read them. */
    public boolean areOpenTo(Actor actor) {
        return actor.is(Role.STEWARD) || actor.is(Role.LEADER) || actor.is(Role.AUDITOR);
    }

    /**
     * The newest first.
     *
     * @param before the id of the last one read; null: from the newest
     * @throws app.leeway.shared.RefusedException NOT_ALLOWED for anybody but stewards, leaders and
     *     auditors
     */
    @Transactional
    public List<RuleQuestion> asked(Actor actor, Long before, int limit) {
        access.require(actor, Role.STEWARD, Role.LEADER, Role.AUDITOR);
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(ASKED)
                                .bind("before", before == null ? Long.MAX_VALUE : before)
                                .bind("limit", limit)
                                .map(RecordMapper.of(RuleQuestion.class))
                                .list());
    }
}
