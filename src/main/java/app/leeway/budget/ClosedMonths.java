package app.leeway.budget;

import static java.util.stream.Collectors.toSet;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.jdbc.SqlState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Which months a steward has closed: no figure of a budget's period that ends in them changes. */
@ApplicationScoped
public class ClosedMonths {

    /** What the database says when an entry would change a figure of a closed month. */
    private static final String CLOSED = "LWMON";

    @Inject Jdbi jdbi;

    @Transactional
    public Set<YearMonth> now() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "SELECT month FROM month_closing WHERE reopened_at IS NULL")
                                .mapTo(LocalDate.class)
                                .map(YearMonth::from)
                                .collect(toSet()));
    }

    /** What the caller is told when the database refused an entry because its month is closed. */
    static Optional<RefusedException> refusal(RuntimeException e) {
        return SqlState.is(CLOSED, e)
                ? Optional.of(
                        new RefusedException(
                                Refusal.WRONG_STATE,
                                "that month is closed: its figures change only after two stewards"
                                        + " have opened it again"))
                : Optional.empty();
    }
}
