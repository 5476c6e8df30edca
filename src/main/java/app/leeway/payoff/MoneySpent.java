package app.leeway.payoff;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Organizations;
import app.leeway.organization.Role;
import app.leeway.payoff.statistics.ControlChart;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/** Where the money went, place by place and kind by kind, over the months that have ended. */
@ApplicationScoped
public class MoneySpent {

    private static final int MONTHS = 12;
    private static final String RECKON =
            """
            INSERT INTO payoff_spent
            SELECT site, kind, month, sum(cost), :today
              FROM (SELECT coalesce(g.site, g.place) AS site, g.kind,
                           to_char(g.judged_for AT TIME ZONE c.zone, 'YYYY-MM') AS month,
                           g.cost_minor / power(10::float8, :digits) AS cost
                      FROM gesture g CROSS JOIN company c
                     WHERE g.state = 'settled' AND g.judged_for >= :from::date - 1
                     UNION ALL
                    SELECT e.site_id, e.gesture_kind,
                           to_char(DATE '1970-01-01' + e.day, 'YYYY-MM'), e.cost
                      FROM episode e
                     WHERE e.origin = 'demo' AND e.treated = 1
                       AND e.day >= :from::date - DATE '1970-01-01') s
             WHERE month >= :first AND month < :now
             GROUP BY 1, 2, 3
            """;
    private static final String READ =
            "SELECT site, kind, month, spent, until_day FROM payoff_spent";

    private record Row(String site, String kind, String month, double spent, int untilDay) {}

    @Inject Access access;
    @Inject Organizations organizations;
    @Inject GroupNames names;
    @Inject Jdbi jdbi;

    /**
     * Month by month.
     *
     * @param chart null where there are too few months to tell what is usual
     */
    public record Series(
            LocalizedText name, List<YearMonth> months, double[] spent, ControlChart chart) {

        public double sum() {
            double sum = 0;
            for (double month : spent) {
                sum += month;
            }
            return sum;
        }

        /** Months that were not as usual. */
        public List<YearMonth> unusual() {
            List<YearMonth> unusual = new ArrayList<>();
            for (int i = 0; chart != null && i < spent.length; i++) {
                if (!chart.isUsual(spent[i])) {
                    unusual.add(months.get(i));
                }
            }
            return unusual;
        }
    }

    /** By place and by kind, both by their names. */
    public record Spent(List<Series> sites, List<Series> kinds) {}

    /**
     * Adds up anew when the facts are made, so that the page need not.
     *
     * @param today the day that has not ended
     */
    @Transactional(TxType.MANDATORY)
    void reckon(LocalDate today) {
        YearMonth now = YearMonth.from(today);
        YearMonth first = now.minusMonths(MONTHS);
        jdbi.useHandle(
                handle -> {
                    handle.execute("DELETE FROM payoff_spent");
                    handle.createUpdate(RECKON)
                            .bind("today", (int) today.toEpochDay())
                            .bind("digits", organizations.current().currencyDigits())
                            .bind("from", first.atDay(1))
                            .bind("first", first.toString())
                            .bind("now", now.toString())
                            .execute();
                });
    }

    /**
     * As of the last time that facts were made; nothing before the first.
     *
     * @throws app.leeway.shared.RefusedException NOT_ALLOWED but for leaders, stewards and auditors
     */
    @Transactional
    public Spent spent(Actor by) {
        access.require(by, Role.LEADER, Role.STEWARD, Role.AUDITOR);
        Map<String, double[]> sites = new LinkedHashMap<>();
        Map<String, double[]> kinds = new LinkedHashMap<>();
        List<YearMonth> months = new ArrayList<>();
        for (Row row : rows()) {
            if (months.isEmpty()) {
                months.addAll(monthsBefore(LocalDate.ofEpochDay(row.untilDay())));
            }
            int at = months.indexOf(YearMonth.parse(row.month()));
            sites.computeIfAbsent(row.site(), k -> new double[MONTHS])[at] += row.spent();
            kinds.computeIfAbsent(row.kind(), k -> new double[MONTHS])[at] += row.spent();
        }
        return new Spent(
                series(sites, true, months, by.language()),
                series(kinds, false, months, by.language()));
    }

    private List<Row> rows() {
        return jdbi.withHandle(
                handle -> handle.createQuery(READ).map(RecordMapper.of(Row.class)).list());
    }

    private static List<YearMonth> monthsBefore(LocalDate today) {
        return IntStream.rangeClosed(1, MONTHS)
                .mapToObj(i -> YearMonth.from(today).minusMonths(MONTHS - i + 1L))
                .toList();
    }

    private List<Series> series(
            Map<String, double[]> spent, boolean sites, List<YearMonth> months, String language) {
        return spent.entrySet().stream()
                .map(
                        e ->
                                new Series(
                                        sites ? names.site(e.getKey()) : names.kind(e.getKey()),
                                        months,
                                        e.getValue(),
                                        ControlChart.of(e.getValue())))
                .sorted(Comparator.comparing(series -> series.name().in(language)))
                .toList();
    }
}
