package app.leeway.payoff;

import app.leeway.shared.jdbc.RecordMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * What became of gestures like one that is about to be given or decided: how many came back, and
 * how many of those like them without. Nothing where the minimum rules let nothing be told. Open to
 * everybody who gives or decides; it is of kinds, never of people.
 */
@ApplicationScoped
public class Precedents {

    private static final String CAME =
            """
            SELECT grp || ' ' || lens AS of, n AS "like", a_got - a AS without, a_got AS "with"
              FROM payoff_estimate
             WHERE edition = 'live' AND about = 'given' AND horizon = :days
               AND grp LIKE 'kind:%' AND a IS NOT NULL
            """;

    @Inject LookingAtPayoff looking;
    @Inject Jdbi jdbi;

    /**
     * @param kind its code
     * @param like gestures that have look-alikes
     * @param came of those, who came back within the last half of the window
     * @param without of as many without a gesture, who would have been expected to
     * @param days of the window
     */
    public record Precedent(String kind, long like, long came, long without, int days) {}

    private record Came(String of, long like, double without, double with) {}

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

    /** By the group and the lens. */
    private Map<String, Came> came(int days) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(CAME)
                                .bind("days", days)
                                .map(RecordMapper.of(Came.class))
                                .collectToMap(Came::of, came -> came));
    }
}
