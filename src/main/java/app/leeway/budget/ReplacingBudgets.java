package app.leeway.budget;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Makes the budgets those of a company file, in the caller's transaction. Periods that have not
 * ended get the new amount, though never less than what is held and spent there already; periods
 * that have ended stay as they were.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class ReplacingBudgets {

    private static final String OPEN_PERIODS =
            "SELECT p.id, p.limit_minor, p.held_minor + p.spent_minor, b.amount_minor"
                    + " FROM budget_period p JOIN budget b ON b.id = p.budget_id WHERE p.ends_at > ? AND b.active"
                    + " ORDER BY p.id FOR UPDATE OF p";

    @PersistenceContext EntityManager entities;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Ledger ledger;

    @Inject Clock clock;

    /**
     * @param definitions all budgets there shall be, in order
     * @param personByUser keys of people by user name
     */
    public void replace(List<BudgetDefinition> definitions, Function<String, Long> personByUser) {
        Map<String, BudgetRow> rows =
                entities
                        .createQuery("select b from BudgetRow b", BudgetRow.class)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(b -> b.code, b -> b));
        rows.values().forEach(row -> row.active = false);
        for (int i = 0; i < definitions.size(); i++) {
            BudgetDefinition definition = definitions.get(i);
            BudgetRow row = rows.getOrDefault(definition.code(), new BudgetRow());
            row.become(
                    definition,
                    definition.ofPerson() == null
                            ? null
                            : personByUser.apply(definition.ofPerson()),
                    i);
            entities.persist(row);
        }
        entities.flush();
        ledger.post(adjustments(clock.instant()));
    }

    private List<Posting> adjustments(Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OPEN_PERIODS)) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            List<Posting> postings = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long delta = Math.max(row.getLong(4), row.getLong(3)) - row.getLong(2);
                    if (delta != 0) {
                        postings.add(Posting.limit(row.getLong(1), delta, now));
                    }
                }
            }
            return postings;
        } catch (SQLException e) {
            throw new IllegalStateException("the open periods could not be read", e);
        }
    }
}
