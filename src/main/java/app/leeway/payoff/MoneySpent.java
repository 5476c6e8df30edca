package app.leeway.payoff;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Organizations;
import app.leeway.organization.Role;
import app.leeway.payoff.figure.ControlChart;
import app.leeway.shared.Texts;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Where the money went, place by place and kind by kind, over the months that have ended. */
@ApplicationScoped
public class MoneySpent {

    private static final int MONTHS = 12;
    private static final String SPENT =
            "SELECT site, kind, month, sum(cost) FROM ("
                    + " SELECT coalesce(g.site, g.place) AS site, g.kind,"
                    + " to_char(g.judged_for AT TIME ZONE c.zone, 'YYYY-MM') AS month,"
                    + " g.cost_minor / power(10::float8, ?) AS cost FROM gesture g CROSS JOIN company c"
                    + " WHERE g.state = 'settled' AND g.judged_for >= ?::date - 1"
                    + " UNION ALL SELECT e.site_id, e.gesture_kind,"
                    + " to_char(DATE '1970-01-01' + e.day, 'YYYY-MM'), e.cost FROM episode e"
                    + " WHERE e.origin = 'demo' AND e.treated = 1 AND e.day >= ?::date - DATE '1970-01-01') s"
                    + " WHERE month >= ? AND month < ? GROUP BY 1, 2, 3";

    @Inject Access access;
    @Inject Organizations organizations;
    @Inject GroupNames names;
    @Inject Clock clock;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /**
     * Month by month.
     *
     * @param chart null where there are too few months to tell what is usual
     */
    public record Series(Texts name, List<YearMonth> months, double[] spent, ControlChart chart) {

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
     * @throws app.leeway.shared.RefusedException NOT_ALLOWED but for leaders, stewards and auditors
     */
    @Transactional
    public Spent spent(Actor by) {
        access.require(by, Role.LEADER, Role.STEWARD, Role.AUDITOR);
        YearMonth now =
                YearMonth.from(
                        LocalDate.ofInstant(
                                clock.instant(), organizations.current().company().zone()));
        Map<String, double[]> sites = new LinkedHashMap<>();
        Map<String, double[]> kinds = new LinkedHashMap<>();
        YearMonth first = now.minusMonths(MONTHS);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SPENT)) {
            select.setInt(1, organizations.current().currencyDigits());
            select.setString(2, first.atDay(1).toString());
            select.setString(3, first.atDay(1).toString());
            select.setString(4, first.toString());
            select.setString(5, now.toString());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    YearMonth month = YearMonth.parse(row.getString(3));
                    int at = (int) first.until(month, ChronoUnit.MONTHS);
                    sites.computeIfAbsent(row.getString(1), k -> new double[MONTHS])[at] +=
                            row.getDouble(4);
                    kinds.computeIfAbsent(row.getString(2), k -> new double[MONTHS])[at] +=
                            row.getDouble(4);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what was spent could not be read", e);
        }
        List<YearMonth> months = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++) {
            months.add(first.plusMonths(i));
        }
        return new Spent(
                series(sites, true, months, by.language()),
                series(kinds, false, months, by.language()));
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
