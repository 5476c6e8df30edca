package app.leeway.bench;

import app.leeway.support.BenchStack;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Scenario 12: the server is killed while it is busy, again and again. Whatever it has answered
 * must be there afterwards, and no budget may be passed, not the one that runs out either.
 */
final class Killed {
    private static final int LEAST_MS = 2000;
    private static final int SPREAD_MS = 4000;
    private static final String AUDITOR = "axel";

    private final Settings settings;
    private final BenchStack stack;
    private final Site site;
    private final Report report;
    private final Random random = new Random();

    Killed(Settings settings, BenchStack stack, Site site, Report report) {
        this.settings = settings;
        this.stack = stack;
        this.site = site;
        this.report = report;
    }

    /**
     * @throws IllegalStateException when anything was lost or passed: that is no figure but a bug
     */
    void run() throws Exception {
        Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < settings.kills(); i++) {
            loadAndKill(acknowledged);
            stack.startServer();
        }
        long lost = acknowledged.size() - found(acknowledged);
        long over =
                count(
                        "SELECT count(*) FROM budget_period WHERE held_minor + spent_minor > limit_minor");
        JsonNode reconciled = site.get(AUDITOR, "/budgets/reconciliation");
        JsonNode record = site.get(AUDITOR, "/audit/check");
        report.note(
                "killed %d times with %d gestures acknowledged; %d granted where %d fit; reconciliation %s; record %s"
                        .formatted(
                                settings.kills(),
                                acknowledged.size(),
                                count(
                                        "SELECT count(*) FROM gesture WHERE site = '"
                                                + BenchCompany.TIGHT_SITE
                                                + "' AND state <> 'refused'"),
                                BenchCompany.TIGHT_GESTURES,
                                reconciled,
                                record));
        report.add(Finding.figure(12, "acknowledged and lost", lost, Goal.atMost("", 0, 0, 0)));
        report.add(Finding.figure(12, "budgets passed", over, Goal.atMost("", 0, 0, 0)));
        if (lost > 0
                || over > 0
                || !reconciled.get("ok").asBoolean()
                || !record.get("ok").asBoolean()) {
            throw new IllegalStateException(
                    "the server forgot, or gave too much, when it was killed");
        }
    }

    private void loadAndKill(Set<UUID> acknowledged) throws Exception {
        Peer busy =
                site.gestures(
                        "gestures while it is killed",
                        s -> s.equals(BenchCompany.HOT_SITE) || s.equals(BenchCompany.TIGHT_SITE),
                        answer -> acknowledged.add(answer.id()));
        ExecutorService callers = Executors.newFixedThreadPool(Settings.CLIENTS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < Settings.CLIENTS; i++) {
                Call call = busy.caller().apply(i);
                running.add(callers.submit(() -> askUntilItDies(call)));
            }
            LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(LEAST_MS + random.nextInt(SPREAD_MS)));
            stack.killServer();
            for (Future<?> one : running) {
                one.get(1, TimeUnit.MINUTES);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static void askUntilItDies(Call call) {
        try (call) {
            while (call.run()) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            return; // it is dead: what this caller had sent last was not acknowledged
        } catch (Exception e) {
            throw new IllegalStateException("a caller failed", e);
        }
    }

    private long found(Collection<UUID> ids) throws SQLException {
        try (Connection connection = stack.database().connect();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT count(*) FROM gesture WHERE id = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = stack.database().connect();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
