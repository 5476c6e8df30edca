package app.leeway.spotcheck;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What practice asks of the rules, for those who keep them, change them, and check them. */
@ApplicationScoped
public class RuleQuestions {

    private static final String ASKED =
            "SELECT q.id, q.clause, q.guardrail, q.text, p.user_name, p.name, q.at"
                    + " FROM rule_question q JOIN person p ON p.id = q.by_person"
                    + " WHERE q.id < ? ORDER BY q.id DESC LIMIT ?";

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

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
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ASKED)) {
            select.setLong(1, before == null ? Long.MAX_VALUE : before);
            select.setInt(2, limit);
            List<RuleQuestion> asked = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    asked.add(question(row));
                }
            }
            return asked;
        } catch (SQLException e) {
            throw new IllegalStateException("what was asked of the rules could not be read", e);
        }
    }

    private static RuleQuestion question(ResultSet row) throws SQLException {
        return new RuleQuestion(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }
}
