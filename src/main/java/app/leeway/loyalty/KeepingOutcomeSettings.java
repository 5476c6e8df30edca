package app.leeway.loyalty;

import static java.util.stream.Collectors.toMap;

import app.leeway.shared.jdbc.ArrayInsert;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** What the company file says of outcomes, as stored. */
@ApplicationScoped
public class KeepingOutcomeSettings {

    private static final String READ =
            """
            SELECT c.outcome_days AS days, c.other_margin_per_mille AS otherwise,
                   m.category, m.per_mille
              FROM company c LEFT JOIN margin m ON true
            """;

    /** The company beside one of its margins. */
    private record Row(Integer days, Integer otherwise, String category, Integer perMille) {}

    @Inject Jdbi jdbi;

    @Transactional
    public OutcomeSettings current() {
        List<Row> rows =
                jdbi.withHandle(
                        handle -> handle.createQuery(READ).map(RecordMapper.of(Row.class)).list());
        if (rows.isEmpty()) {
            return OutcomeSettings.USUAL;
        }
        Map<String, Integer> margins =
                rows.stream()
                        .filter(row -> row.category() != null)
                        .collect(toMap(Row::category, Row::perMille));
        return new OutcomeSettings(rows.get(0).days(), margins, rows.get(0).otherwise());
    }

    /** In the transaction of an import, once the company is stored. */
    @Transactional(TxType.MANDATORY)
    public void replace(OutcomeSettings settings) {
        ArrayInsert margins = new ArrayInsert("margin", "category text", "per_mille int");
        settings.margins().forEach(margins::add);
        jdbi.useHandle(
                handle -> {
                    handle.execute("DELETE FROM margin");
                    margins.write(handle);
                    handle.createUpdate(
                                    """
                                    UPDATE company SET outcome_days = :days,
                                                       other_margin_per_mille = :otherwise
                                    """)
                            .bind("days", settings.days())
                            .bind("otherwise", settings.otherwise())
                            .execute();
                });
    }
}
