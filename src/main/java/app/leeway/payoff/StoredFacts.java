package app.leeway.payoff;

import app.leeway.payoff.statistics.Estimate;
import app.leeway.payoff.statistics.StandardErrors;
import app.leeway.shared.jdbc.SqlText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Evidence from the store's facts, by SQL that another engine may run as well. Comes to the same as
 * {@link Estimator} does in memory with {@link Question#USUAL}.
 */
final class StoredFacts {

    /** What was given. */
    static final String GIVEN = "episode_fact";

    /** What was refused to whoever asked. */
    static final String NO = "asked_fact";

    /** Whatever the day on which the window had ended. */
    static final int EVER = Integer.MAX_VALUE;

    private static final String PAST = "past";
    private static final String SEEN = "seen";

    private final Connection connection;
    private final String estimating;
    private final UnaryOperator<String> clustering;

    /** Clusters of one kind, by lens and group. */
    private record Clustered(StandardErrors errors, int got, int others) {}

    /** Reckoned now. */
    StoredFacts(Connection connection, Question question) {
        this(
                connection,
                estimating(GIVEN, question.days(), EVER, question.least()),
                cluster -> clustering(GIVEN, cluster, question.days(), EVER, question.least()));
    }

    private StoredFacts(
            Connection connection, String estimating, UnaryOperator<String> clustering) {
        this.connection = connection;
        this.estimating = estimating;
        this.clustering = clustering;
    }

    /** As it was reckoned for an edition. */
    static StoredFacts of(Connection connection, Edition.Key edition) {
        return new StoredFacts(
                connection,
                edition.reading("payoff_estimate"),
                cluster -> edition.reading("payoff_errors") + " AND cluster = '" + cluster + "'");
    }

    List<Evidence> evidence() throws SQLException {
        hashing(connection);
        Map<String, Clustered> customers = clusters("customer");
        Map<String, Clustered> sites = clusters("site");
        SortedMap<Group, Map<String, Part>> parts = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(estimating);
                ResultSet rows = select.executeQuery()) {
            FactRow row = new FactRow(rows);
            while (rows.next()) {
                String key = row.lens() + " " + row.group();
                Lens lens = lens(row, customers.get(key), sites.get(key));
                parts.computeIfAbsent(row.group(), any -> new HashMap<>())
                        .put(row.lens(), Part.of(row, lens));
            }
        }
        List<Evidence> evidence = new ArrayList<>();
        parts.forEach((group, both) -> evidence.add(joined(group, both.get(PAST), both.get(SEEN))));
        return evidence;
    }

    /**
     * Design notice: PostgreSQL cannot know how many rows a part of the query will make, and takes
     * nested loops, or merges by a part of the condition, where hashing is fifty times as fast
     * (6,000 episodes: 26 s against 0.5 s; 50,000: 480 s against 2 s); so it is told not to, until
     * the end of this transaction.
     */
    static void hashing(Connection connection) throws SQLException {
        for (String other : List.of("enable_nestloop", "enable_mergejoin")) {
            try (PreparedStatement set =
                    connection.prepareStatement("SET LOCAL " + other + " = off")) {
                set.execute();
            }
        }
    }

    /**
     * What the two engines run.
     *
     * @param until days since 1970; windows that end later are left out
     */
    static String estimating(String fact, int days, int until, int least) {
        return SqlText.of("lens", "estimate")
                .with("fact", fact)
                .with("horizon", days)
                .with("until", until)
                .with("least", least)
                .complete();
    }

    static String clustering(String fact, String cluster, int days, int until, int least) {
        return SqlText.of("lens", "clusters", "clusters_" + cluster)
                .with("fact", fact)
                .with("cluster", cluster)
                .with("horizon", days)
                .with("until", until)
                .with("least", least)
                .complete();
    }

    private record Part(
            int all, Lens lens, Estimate placebo, Naive naive, boolean onlyWithoutIncident) {

        static Part of(FactRow row, Lens lens) throws SQLException {
            return new Part(
                    row.all(), lens, row.plain("p"), row.naive(), row.onlyWithoutIncident());
        }
    }

    private static Evidence joined(Group group, Part past, Part seen) {
        return new Evidence(
                group,
                past.all(),
                past.lens(),
                seen.lens(),
                past.placebo(),
                null,
                past.naive(),
                past.onlyWithoutIncident());
    }

    /** Places have no clusters of their own: a handful of gestures each. */
    private static Lens lens(FactRow row, Clustered customers, Clustered sites)
            throws SQLException {
        Estimate value = row.value();
        return new Lens(
                value,
                row.uncapped(),
                row.plain("a"),
                customers == null ? value.errors() : customers.errors(),
                sites == null ? null : sites.errors(),
                customers == null ? 0 : customers.got(),
                customers == null ? 0 : customers.others(),
                row.balance());
    }

    private Map<String, Clustered> clusters(String cluster) throws SQLException {
        Map<String, Clustered> clusters = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(clustering.apply(cluster));
                ResultSet rows = select.executeQuery()) {
            FactRow row = new FactRow(rows);
            while (rows.next()) {
                clusters.put(
                        row.lens() + " " + row.group(),
                        new Clustered(row.errors(), row.count("got"), row.count("other")));
            }
        }
        return clusters;
    }
}
