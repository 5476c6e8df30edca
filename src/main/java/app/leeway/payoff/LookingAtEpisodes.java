package app.leeway.payoff;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.shared.LocalizedText;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Leaders look at some of the episodes behind a figure, to see that they are what they think: the
 * month, the place and the sums, never who it was or who gave.
 */
@ApplicationScoped
public class LookingAtEpisodes {

    private static final int SHOWN = 20;

    /** Which episodes belong to a group; its key is the parameter. */
    private static final Map<String, String> OF =
            Map.of(
                    "kind", "f.gesture_kind = ?",
                    "site", "f.site_id = ?",
                    "nth", "f.nth_band = ?",
                    "damage", "f.damage_band = ?",
                    "capital", "f.balance_band = ?",
                    "clause",
                            "EXISTS (SELECT 1 FROM episode_clause c"
                                    + " WHERE c.episode_id = f.episode_id AND c.clause_id = ?)");

    @Inject Access access;
    @Inject GroupNames names;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

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
                "SELECT f.day, f.site_id, f.incident_type, f.segment, f.cost, f.y_base, f.y_post FROM "
                        + key.about().facts()
                        + " f WHERE f.horizon = ? AND f.treated = 1 AND "
                        + of
                        + " ORDER BY md5(f.episode_id) LIMIT "
                        + SHOWN;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, key.days());
            select.setString(2, finding.group().key());
            List<Shown> shown = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    shown.add(
                            new Shown(
                                    YearMonth.from(LocalDate.ofEpochDay(row.getInt(1))),
                                    names.site(row.getString(2)),
                                    names.incident(row.getString(3)),
                                    row.getString(4),
                                    row.getDouble(5),
                                    row.getDouble(6),
                                    row.getDouble(7)));
                }
            }
            return shown;
        } catch (SQLException e) {
            throw new IllegalStateException("episodes could not be read", e);
        }
    }
}
