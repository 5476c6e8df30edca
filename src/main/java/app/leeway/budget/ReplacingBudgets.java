package app.leeway.budget;

import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes the budgets those of a company file, in the caller's transaction. Periods that have not
 * ended get the new amount, though never less than what is held and spent there already; periods
 * that have ended stay as they were.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class ReplacingBudgets {

    private static final String OPEN_PERIODS =
            """
            SELECT p.id, p.limit_minor, p.held_minor + p.spent_minor AS used_minor, b.amount_minor
              FROM budget_period p JOIN budget b ON b.id = p.budget_id
             WHERE p.ends_at > :now AND b.active ORDER BY p.id FOR UPDATE OF p
            """;

    private record OpenPeriod(long id, long limitMinor, long usedMinor, long amountMinor) {

        long missingMinor() {
            return Math.max(amountMinor, usedMinor) - limitMinor;
        }
    }

    private static final RecordMapper<OpenPeriod> OPEN_PERIOD = RecordMapper.of(OpenPeriod.class);

    @PersistenceContext EntityManager entities;

    @Inject Jdbi jdbi;

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
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(OPEN_PERIODS).bind("now", now).map(OPEN_PERIOD).stream()
                                .filter(period -> period.missingMinor() != 0)
                                .map(
                                        period ->
                                                Posting.limit(
                                                        period.id(), period.missingMinor(), now))
                                .toList());
    }
}
