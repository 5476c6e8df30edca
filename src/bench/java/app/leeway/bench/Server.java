package app.leeway.bench;

import app.leeway.support.BenchStack;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Scenario 9: what the server needs to start, and what it keeps in its heap. */
final class Server {
    private static final int STARTS = 3;
    private static final double BYTES_PER_MB = 1e6;
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final Settings settings;
    private final BenchStack stack;
    private final Site site;
    private final Report report;

    Server(Settings settings, BenchStack stack, Site site, Report report) {
        this.settings = settings;
        this.stack = stack;
        this.site = site;
        this.report = report;
    }

    /** After so many gestures, most of which the other scenarios have logged. */
    void liveHeap() throws Exception {
        Peer gestures =
                site.gestures("gestures", s -> !s.equals(BenchCompany.TIGHT_SITE), heard -> {});
        long deadline = System.nanoTime() + LONGEST.toNanos();
        try (ClosedLoop loop = new ClosedLoop(gestures, Settings.CLIENTS);
                ServerMemory memory = ServerMemory.of(stack.serverPid())) {
            while (logged() < settings.live() && System.nanoTime() < deadline) {
                loop.run(Duration.ofSeconds(5));
            }
            report.add(
                    Finding.figure(
                            9,
                            "live heap after " + logged() + " gestures",
                            memory.liveBytes() / BYTES_PER_MB,
                            Goal.atMost(" MB", 250, 120, 80)));
        }
    }

    private long logged() throws SQLException {
        return Bench.number(stack.database(), "SELECT count(*) FROM gesture");
    }

    /** Ours until its first gesture, and one with the same features and nothing in it. */
    void starts(Path project) throws Exception {
        Path home = settings.results().resolve("empty-" + ProcessHandle.current().pid());
        Path war = PeerArchive.writeEmpty(settings.results().resolve("empty.war"));
        stack.stopServer();
        List<Double> ratios = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        for (int i = 0; i <= STARTS; i++) {
            Duration empty = stack.startOther(project, home, war);
            long from = System.nanoTime();
            stack.startServer();
            firstGesture();
            double seconds = (System.nanoTime() - from) / 1e9;
            stack.stopServer();
            if (i > 0) { // the first start of a home also makes its certificate
                ours.add(seconds);
                ratios.add(seconds / (empty.toMillis() / 1000.0));
            }
        }
        Finding found =
                Finding.ratio(
                        9,
                        "start to the first gesture : an empty server with the same features",
                        Ratio.of(ratios),
                        Goal.atMost("x", 3, 2, 1.3));
        report.add(found);
        report.note("start to the first gesture, s: " + ours);
    }

    private void firstGesture() throws Exception {
        Peer one = site.gestures("gesture", BenchCompany.HOT_SITE::equals, heard -> {});
        try (Call call = one.caller().apply(0)) {
            if (!call.run()) {
                throw new IOException("the first gesture was not taken");
            }
        }
    }
}
