package app.leeway.payoff;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.shared.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/**
 * Leaders look at some of the episodes behind a figure, to see that they are what they think: the
 * month, the place and the sums, never who it was or who gave.
 */
@ApplicationScoped
public class LookingAtEpisodes {

    private static final int SHOWN = 20;

    /** Which episodes belong to a group; its key is {@code :group}. */
    private static final Map<String, String> OF =
            Map.of(
                    "kind", "f.gesture_kind = :group",
                    "site", "f.site_id = :group",
                    "nth", "f.nth_band = :group",
                    "damage", "f.damage_band = :group",
                    "capital", "f.balance_band = :group",
                    "clause",
                            """
                            EXISTS (SELECT 1 FROM episode_clause c
                                     WHERE c.episode_id = f.episode_id AND c.clause_id = :group)
                            """);

    @Inject Access access;
    @Inject GroupNames names;
    @Inject Jdbi jdbi;

    /** One of them. Sums are contribution, in units of the company's currency. */
    public record Shown(
            YearMonth month,
            LocalizedText site,
            LocalizedText incident,
            String segment,
            double cost,
            double before,
            double after) {}

    /**
     * A few at random, the same at each look.
     *
     * @return empty where the minimum rules let nothing be told
     */
    @Transactional
    public List<Shown> show(Actor by, Edition.Key key, Finding finding) {
        access.require(by, Role.LEADER, Role.STEWARD, Role.AUDITOR);
        String of = OF.get(finding.group().by());
        if (of == null || !finding.mayBeShown()) {
            return List.of();
        }
        String sql =
                """
                SELECT f.day, f.site_id, f.incident_type, f.segment, f.cost, f.y_base, f.y_post
                  FROM %s f
                 WHERE f.horizon = :days AND f.treated = 1 AND %s
                 ORDER BY md5(f.episode_id) LIMIT :shown
                """
                        .formatted(key.about().facts(), of);
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(sql)
                                .bind("days", key.days())
                                .bind("group", finding.group().key())
                                .bind("shown", SHOWN)
                                .map(this::shown)
                                .list());
    }

    private Shown shown(RowView row) {
        return new Shown(
                YearMonth.from(LocalDate.ofEpochDay(row.getColumn("day", Long.class))),
                names.site(row.getColumn("site_id", String.class)),
                names.incident(row.getColumn("incident_type", String.class)),
                row.getColumn("segment", String.class),
                row.getColumn("cost", Double.class),
                row.getColumn("y_base", Double.class),
                row.getColumn("y_post", Double.class));
    }
}
