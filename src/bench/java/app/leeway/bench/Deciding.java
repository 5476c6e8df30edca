package app.leeway.bench;

import app.leeway.support.BenchStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Scenarios 5 and 6: exceptions asked for, found among many that wait, and decided; the inbox and
 * the timers when very many wait.
 */
final class Deciding {
    private static final int CALLERS = 8;
    private static final int FEW = 1000;
    private static final Duration LOOKED = Duration.ofSeconds(5);
    private static final String DECIDER = "lena";
    private static final Predicate<String> SITES = s -> !s.equals(BenchCompany.TIGHT_SITE);

    private final Settings settings;
    private final BenchStack stack;
    private final Calm calm;
    private final Report report;
    private final Peer ours;
    private final Peer inbox;

    Deciding(Settings settings, BenchStack stack, Site site, Calm calm, Report report) {
        this.settings = settings;
        this.stack = stack;
        this.calm = calm;
        this.report = report;
        ours = site.exceptions("exceptions over HTTP", DECIDER, SITES);
        inbox = site.inbox("inbox", DECIDER);
    }

    void run() throws Exception {
        openUntil(FEW);
        double few = inboxP99Ms();
        if (settings.wants(5)) {
            openUntil(settings.open());
            besideFlowable();
        }
        if (settings.wants(6)) {
            try (Connection connection = stack.superuser()) {
                Multitude many = new Multitude(connection);
                many.grow(settings.many());
                stack.say(waiting() + " exceptions wait");
                double manyMs = inboxP99Ms();
                report.add(
                        Finding.figure(
                                6,
                                "inbox p99, %,d open : %,d open (%.1f and %.1f ms)"
                                        .formatted(settings.many(), FEW, manyMs, few),
                                manyMs / few,
                                Goal.atMost("x", 2, 1.3, 1.1)));
                report.add(
                        Finding.figure(
                                6,
                                "timers: from due to rung, p99, %,d exceptions with theirs"
                                        .formatted(settings.many()),
                                many.timersLagSeconds(),
                                Goal.atMost(" s", 5, 1, 0.25)));
            }
        }
    }

    private void openUntil(int wanted) throws SQLException {
        long missing = wanted - waiting();
        Callers.all(
                CALLERS,
                caller -> {
                    try (Exceptional asking = (Exceptional) ours.caller().apply(caller)) {
                        for (long i = 0; i < missing / CALLERS; i++) {
                            if (asking.open() == null) {
                                throw new IllegalStateException("what should wait does not");
                            }
                        }
                    }
                });
        stack.say(waiting() + " exceptions wait");
    }

    private long waiting() throws SQLException {
        return Bench.number(
                stack.database(), "SELECT count(*) FROM approval WHERE state = 'waiting'");
    }

    private double inboxP99Ms() throws Exception {
        try (ClosedLoop loop = new ClosedLoop(inbox, CALLERS)) {
            loop.run(LOOKED);
            return loop.run(LOOKED).p99Ms();
        }
    }

    private void besideFlowable() throws Exception {
        try (FlowablePeer flowable = FlowablePeer.beside(stack, CALLERS)) {
            Callers.all(
                    CALLERS,
                    caller -> {
                        for (int i = 0; i < settings.open() / CALLERS; i++) {
                            flowable.open();
                        }
                    });
            stack.say("as many wait in the workflow engine");
            Peer theirs = flowable.peer();
            for (Peer peer : List.of(theirs, ours)) {
                try (ClosedLoop loop = new ClosedLoop(peer, CALLERS)) {
                    loop.run(settings.warmUp().dividedBy(4));
                }
            }
            List<Slice> slices =
                    new Interleaved(settings, calm, CALLERS).run(List.of(theirs, ours));
            report.add("5, open, find among %,d, decide".formatted(settings.open()), slices);
            report.add(
                    Finding.ratio(
                            5,
                            "exceptions over HTTP : Flowable embedded, without HTTP",
                            Ratio.of(slices, ours.name(), theirs.name()),
                            Goal.atLeast("x", 2, 4, 5)));
            Counting counting = new Counting(stack, CALLERS);
            for (Peer peer : List.of(theirs, ours)) {
                report.add(peer.name(), counting.of(peer));
            }
        }
    }
}
