package app.leeway.payoff;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What became of gestures like one that is about to be given or decided: how many came back, and
 * how many of those like them without. Nothing where the minimum rules let nothing be told. Open to
 * everybody who gives or decides; it is of kinds, never of people.
 */
@ApplicationScoped
public class Precedents {

    private static final String CAME =
            "SELECT grp, lens, n, a, a_got FROM payoff_estimate WHERE edition = 'live'"
                    + " AND about = 'given' AND horizon = ? AND grp LIKE 'kind:%' AND a IS NOT NULL";

    @Inject LookingAtPayoff looking;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    /**
     * @param kind its code
     * @param like gestures that have look-alikes
     * @param came of those, who came back within the last half of the window
     * @param without of as many without a gesture, who would have been expected to
     * @param days of the window
     */
    public record Precedent(String kind, long like, long came, long without, int days) {}

    private record Came(long like, double without, double with) {}

    /** Of all kinds of which something may be told. */
    @Transactional
    public List<Precedent> all() {
        int days = looking.usualDays();
        Edition.Key key = new Edition.Key(Edition.LIVE, Edition.About.GIVEN, days);
        List<Precedent> precedents = new ArrayList<>();
        Map<String, Came> came = came(days);
        looking.read(key).map(read -> read.by("kind")).orElse(List.of()).stream()
                .filter(Finding::mayBeShown)
                .forEach(
                        finding -> {
                            Came one = came.get(finding.group() + " " + finding.headline().way());
                            if (one != null) {
                                precedents.add(precedent(finding.group().key(), one, days));
                            }
                        });
        return precedents;
    }

    private static Precedent precedent(String kind, Came came, int days) {
        return new Precedent(
                kind,
                came.like(),
                Math.round(came.like() * came.with()),
                Math.round(came.like() * Math.min(1, Math.max(0, came.without()))),
                days);
    }

    private Map<String, Came> came(int days) {
        Map<String, Came> came = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(CAME)) {
            select.setInt(1, days);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    double with = row.getDouble("a_got");
                    came.put(
                            row.getString("grp") + " " + row.getString("lens"),
                            new Came(row.getLong("n"), with - row.getDouble("a"), with));
                }
            }
            return came;
        } catch (SQLException e) {
            throw new IllegalStateException("the precedents could not be read", e);
        }
    }
}
