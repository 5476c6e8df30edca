package app.leeway.bench;

import app.leeway.support.BenchStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Scenarios 1 to 3: gestures logged over HTTP, spread, on one hot site, and at a fixed rate. */
final class Logging {
    private static final int WAITING = 128;
    private static final Duration OPEN_LOOP = Duration.ofSeconds(10);
    private static final double US_PER_MS = 1000;

    /** Against a server that says each statement by itself. */
    private static final Goal BY_STATEMENT = Goal.atLeast("x", 0.6, 1.0, 1.4);

    private final Settings settings;
    private final BenchStack stack;
    private final Calm calm;
    private final Report report;
    private final Counting counting;
    private final Peer empty;
    private final Peer naive;
    private final Peer sql;
    private final Peer spread;
    private final Peer hot;

    Logging(Settings settings, BenchStack stack, Site site, Calm calm, Report report) {
        this.settings = settings;
        this.stack = stack;
        this.calm = calm;
        this.report = report;
        this.counting = new Counting(stack, Settings.CLIENTS);
        empty = site.peer("empty endpoint", "empty");
        naive = site.peer("naive lock, one hot site", "naive");
        sql = SqlPeer.on(stack.database());
        spread =
                site.gestures(
                        "gestures, spread", s -> !s.equals(BenchCompany.TIGHT_SITE), heard -> {});
        hot = site.gestures("gestures, one hot site", BenchCompany.HOT_SITE::equals, heard -> {});
    }

    /** Until the compiler has seen everything that will be measured. */
    void warmUp() throws Exception {
        for (Peer peer : List.of(spread, empty, naive, hot)) {
            try (ClosedLoop loop = new ClosedLoop(peer, Settings.CLIENTS)) {
                Slice slice = loop.run(settings.warmUp().dividedBy(4));
                stack.say("warm: " + peer.name() + " " + Math.round(slice.perSecond()) + "/s");
            }
        }
    }

    void spread() throws Exception {
        List<Slice> slices = interleaved("1, spread over the sites", List.of(empty, spread, sql));
        compare(
                1,
                "gestures, spread : empty endpoint",
                slices,
                spread,
                empty,
                Goal.atLeast("", 0.4, 0.65, 0.85));
        compare(
                1,
                "gestures, spread : SQL statement by statement",
                slices,
                spread,
                sql,
                BY_STATEMENT);
        for (Peer peer : List.of(empty, spread, sql)) {
            report.add(peer.name(), counting.of(peer));
        }
    }

    void hot() throws Exception {
        List<Slice> slices = interleaved("2, one hot site", List.of(naive, hot, spread));
        compare(
                2,
                "gestures, one hot site : naive lock",
                slices,
                hot,
                naive,
                Goal.atLeast("x", 4, 7, 10));
        compare(
                2,
                "gestures, one hot site : spread",
                slices,
                hot,
                spread,
                Goal.atLeast("", 0.7, 0.9, 1.0));
        for (Peer peer : List.of(naive, hot)) {
            report.add(peer.name(), counting.of(peer));
        }
    }

    void openLoop() throws Exception {
        openLoop(500, Goal.atMost(" ms", 50, 15, 10));
        openLoop(1000, Goal.atMost(" ms", 50, 15, 10));
        openLoop(1500, Goal.atMost(" ms", 50, 15, 10));
    }

    /** The floor is meant at 500 a second, the target at 1,000, the moonshot at 1,500. */
    private void openLoop(int perSecond, Goal goal) throws Exception {
        try (OpenLoop loop = new OpenLoop(spread, WAITING)) {
            loop.run(perSecond / 2, Duration.ofSeconds(2));
            Calm.Watch watch = calm.watch();
            Histogram latencies = loop.run(perSecond, OPEN_LOOP);
            boolean disturbed = watch.wasDisturbed();
            double p99 = latencies.getValueAtPercentile(99) / US_PER_MS;
            double p50 = latencies.getValueAtPercentile(50) / US_PER_MS;
            Finding found = Finding.figure(3, "p99 at " + perSecond + "/s", p99, goal);
            report.add(
                    new Finding(
                            3,
                            found.what(),
                            "%s (p50 %.1f ms%s)"
                                    .formatted(
                                            found.measured(), p50, disturbed ? ", disturbed" : ""),
                            p99,
                            goal,
                            !disturbed));
        }
    }

    /** Scenarios 1 and 2 again, as on a disk that takes a millisecond to flush. */
    void withSlowDisk() throws Exception {
        disk("commit_delay = 1000", "commit_siblings = 0");
        try {
            List<Slice> slices =
                    interleaved("1 and 2 with a flush of 1 ms", List.of(naive, hot, spread, sql));
            compare(
                    1,
                    "1 ms flush: gestures, spread : SQL statement by statement",
                    slices,
                    spread,
                    sql,
                    BY_STATEMENT);
            compare(
                    2,
                    "1 ms flush: gestures, one hot site : naive lock",
                    slices,
                    hot,
                    naive,
                    Goal.atLeast("x", 4, 7, 15));
        } finally {
            disk("commit_delay = 0", "commit_siblings = 5");
        }
    }

    private void disk(String... settings) throws SQLException {
        try (Connection connection = stack.superuser();
                Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute("ALTER SYSTEM SET " + setting);
            }
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private void compare(
            int scenario, String what, List<Slice> slices, Peer ours, Peer theirs, Goal goal) {
        report.add(
                Finding.ratio(scenario, what, Ratio.of(slices, ours.name(), theirs.name()), goal));
    }

    private List<Slice> interleaved(String scenario, List<Peer> peers) throws Exception {
        List<Slice> slices = new Interleaved(settings, calm, Settings.CLIENTS).run(peers);
        report.add(scenario, slices);
        return slices;
    }
}
