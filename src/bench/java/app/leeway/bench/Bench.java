package app.leeway.bench;

import app.leeway.support.BenchStack;
import app.leeway.support.Database;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The whole benchmark, from an empty database to the report. */
public final class Bench {
    private static final String STEWARD = "stina";

    private final Settings settings = Settings.given();
    private final Report report = new Report(machine());
    private final BenchCompany company =
            new BenchCompany(settings.project().resolve("src/main/resources/demo/nordlyst.yaml"));

    private final List<String> failures = new ArrayList<>();

    private Bench() {}

    /** Takes no arguments; the POM gives the system properties that {@link Settings} reads. */
    public static void main(String[] arguments) throws Exception {
        new Bench().run();
    }

    private void run() throws Exception {
        try {
            if (settings.wants(4)) {
                new Judging(report).run();
            }
            if (settings.wants(1, 2, 3, 5, 6, 7, 8, 9, 10, 12)) {
                measureServer();
            }
        } finally {
            report.write(settings.results());
        }
    }

    private void measureServer() throws Exception {
        Stage stage = new Stage(settings.project(), settings.results().resolve("stage"));
        stage.set(company.givers());
        Path home = settings.results().resolve("home-" + ProcessHandle.current().pid());
        try (BenchStack stack = BenchStack.open(stage.folder(), home)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
            stack.startServer();
            Site site =
                    new Site(
                            URI.create(stack.address()),
                            new Tokens(stack.issuer()),
                            company.givers());
            found(stack, site);
            Calm calm = calm(stack);
            Logging logging = new Logging(settings, stack, site, calm, report);
            Server server = new Server(settings, stack, site, report);
            attempt("warm-up", logging::warmUp, 1, 2, 3, 8);
            attempt("1", logging::spread, 1);
            attempt("2", logging::hot, 2);
            attempt("3", logging::openLoop, 3);
            attempt("1 and 2 with a slow flush", logging::withSlowDisk, 1, 2);
            report.note(calm.seen());
            attempt("9, heap", server::liveHeap, 9);
            attempt("10", () -> new Tablet(stack, report).run(), 10);
            attempt("12", () -> new Killed(settings, stack, site, report).run(), 12);
            attempt("5 and 6", () -> new Deciding(settings, stack, site, calm, report).run(), 5, 6);
            attempt("7", () -> new OutcomesIn(settings, stack, site, calm, report).run(), 7);
            attempt("8", () -> new Reviewing(settings, stack, site, calm, report).run(), 8);
            attempt("9, start", () -> server.starts(settings.project()), 9);
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("some scenarios failed: " + failures);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    /** One scenario that fails does not cost the others; the build fails at the end. */
    private void attempt(String scenario, Work work, int... wantedBy) throws IOException {
        if (!settings.wants(wantedBy)) {
            return;
        }
        try {
            work.run();
        } catch (Exception e) {
            e.printStackTrace();
            failures.add(scenario);
            report.note("scenario " + scenario + " failed: " + e.getMessage());
        }
        report.write(settings.results());
    }

    /** The company and its customers, through the front door; and the peers' tables. */
    private void found(BenchStack stack, Site site) throws IOException, SQLException {
        site.post(STEWARD, "/company", "application/yaml", company.yaml());
        stack.say("the company is in");
        site.post(STEWARD, "/customers", "text/csv", BenchCompany.customers());
        stack.say("the customers are in");
        try (Connection connection = stack.database().connect();
                Statement statement = connection.createStatement();
                var peers = Bench.class.getResourceAsStream("peers.sql")) {
            statement.execute(
                    new String(
                            Objects.requireNonNull(peers, "no peers.sql").readAllBytes(),
                            StandardCharsets.UTF_8));
            statement.execute("ANALYZE");
        }
        stack.say("the peers' tables are in");
    }

    /** A single figure of the database. */
    static long number(Database database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Calm calm(BenchStack stack) throws SQLException {
        long self = ProcessHandle.current().pid();
        long postmaster;
        try (Connection connection = stack.database().connect()) {
            postmaster = Counting.postmaster(connection);
        }
        return new Calm(() -> Processes.ticksOfFamily(self) + Counting.databaseTicks(postmaster));
    }

    private static Map<String, String> machine() {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("when", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
        machine.put(
                "processors",
                Runtime.getRuntime().availableProcessors() + " x " + Machine.processor());
        machine.put("memory", Machine.memory());
        machine.put(
                "system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put(
                "Java",
                System.getProperty("java.vm.name")
                        + " "
                        + System.getProperty("java.runtime.version"));
        machine.put("load average before", Machine.load());
        return machine;
    }
}
