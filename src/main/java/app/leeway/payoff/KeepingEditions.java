package app.leeway.payoff;

import app.leeway.loyalty.FactBuild;
import app.leeway.loyalty.FactsMade;
import app.leeway.payoff.Edition.About;
import app.leeway.shared.jdbc.LongTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Reckons the live edition anew when the facts are, and keeps each month that has ended as it was
 * seen then, so that a page opens as fast over ten years as over ten days.
 */
@ApplicationScoped
public class KeepingEditions {

    private static final String HEAD =
            """
            INSERT INTO payoff_edition (edition, about, horizon, made_at, until_day,
                                        episodes, given, generated, ripening)
            SELECT :edition, :about, :days, :now, :until,
                   count(*), coalesce(sum(f.treated), 0),
                   count(*) FILTER (WHERE e.origin = 'demo'),
                   (SELECT count(*) FROM episode r
                     WHERE r.treated = 1 AND r.day + :days > :until AND r.day < :until)
              FROM %s f JOIN episode e ON e.episode_id = f.episode_id
             WHERE f.horizon = :days AND f.day + :days <= :until
            """;
    private static final String ESTIMATES =
            "INSERT INTO payoff_estimate SELECT :edition, :about, :days, x.* FROM (%s) x";
    private static final String ERRORS =
            "INSERT INTO payoff_errors SELECT :edition, :about, :days, :cluster, x.* FROM (%s) x";

    @Inject LongTransaction work;
    @Inject MoneySpent money;
    @Inject Clock clock;
    @Inject Jdbi jdbi;

    /** Each page's figures in a transaction of their own: no page waits for the others. */
    public void keep(@Observes FactsMade facts) {
        LocalDate today = LocalDate.ofEpochDay(facts.today());
        LocalDate first = today.withDayOfMonth(1);
        String month = YearMonth.from(first).minusMonths(1).toString();
        for (About about : About.values()) {
            for (int days : FactBuild.HORIZONS) {
                Edition.Key live = new Edition.Key(Edition.LIVE, about, days);
                Edition.Key ended = new Edition.Key(month, about, days);
                work.inOne(() -> reckon(live, facts.today()));
                work.inOne(() -> reckon(ended, (int) first.toEpochDay()));
            }
        }
        work.inOne(() -> money.reckon(today));
    }

    private void reckon(Edition.Key key, int until) {
        jdbi.useHandle(
                handle -> {
                    forgetLive(handle, key);
                    if (!isKept(handle, key)) {
                        StoredFacts.hashing(handle);
                        reckon(handle, key, until);
                    }
                });
    }

    private void reckon(Handle handle, Edition.Key key, int until) {
        String facts = key.about().facts();
        int days = key.days();
        int least = Question.USUAL.least();
        handle.createUpdate(HEAD.formatted(facts))
                .bindMap(key.bound())
                .bind("now", clock.instant())
                .bind("until", until)
                .execute();
        handle.createUpdate(ESTIMATES.formatted(StoredFacts.estimating(facts, days, until, least)))
                .bindMap(key.bound())
                .execute();
        for (String cluster : List.of("customer", "site")) {
            handle.createUpdate(
                            ERRORS.formatted(
                                    StoredFacts.clustering(facts, cluster, days, until, least)))
                    .bindMap(key.bound())
                    .bind("cluster", cluster)
                    .execute();
        }
    }

    private static void forgetLive(Handle handle, Edition.Key key) {
        handle.createUpdate(
                        "DELETE FROM payoff_edition WHERE edition = 'live' AND " + Edition.Key.ROWS)
                .bindMap(key.bound())
                .execute();
    }

    private static boolean isKept(Handle handle, Edition.Key key) {
        return handle.createQuery("SELECT 1 FROM payoff_edition WHERE " + Edition.Key.ROWS)
                .bindMap(key.bound())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
