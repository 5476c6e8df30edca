package app.leeway.bench;

import app.leeway.support.BenchStack;
import app.leeway.support.Database;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Scenario 7: millions of outcomes as a steward's files, each line checked and in once, beside a
 * batched insert of the same lines by somebody who trusts them.
 */
final class OutcomesIn {
    private static final String STEWARD = "stina";
    private static final String US = "outcomes, exactly once";
    private static final String PEER = "batched raw insert";
    private static final int BATCH = 5000;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String RAW =
            "INSERT INTO bench.outcome (id, type, customer, at, amount_minor, currency, category)"
                    + " VALUES (?, ?, ?, ?::timestamptz, ?, ?, ?)";
    private static final String[] CATEGORIES = {"food", "drink", "ticket", "other"};

    private final Settings settings;
    private final BenchStack stack;
    private final Site site;
    private final Calm calm;
    private final Report report;

    OutcomesIn(Settings settings, BenchStack stack, Site site, Calm calm, Report report) {
        this.settings = settings;
        this.stack = stack;
        this.site = site;
        this.calm = calm;
        this.report = report;
    }

    private interface Way {
        void take(Path file) throws Exception;
    }

    void run() throws Exception {
        makeRawTable();
        int lines = settings.outcomes() / settings.slices();
        List<Slice> slices = new ArrayList<>();
        Path file = settings.results().resolve("outcomes.csv");
        warmUp(file, Math.max(1, lines / 10));
        for (int i = 0; i < settings.slices(); i++) {
            write(file, "peer-" + i, lines);
            slices.add(timed(PEER, lines, file, this::insertRaw));
            write(file, "ours-" + i, lines);
            slices.add(timed(US, lines, file, this::bring));
        }
        report.add("7, %,d outcomes in".formatted(settings.outcomes()), slices);
        report.add(
                Finding.ratio(
                        7,
                        "outcomes in, %,d, exactly once : batched raw insert"
                                .formatted(settings.outcomes()),
                        Ratio.of(slices, US, PEER),
                        Goal.atLeast("x", 0.3, 0.5, 0.8)));
        bringAgain(file, lines);
        Files.delete(file);
    }

    private void warmUp(Path file, int lines) throws Exception {
        long end = System.nanoTime() + settings.warmUp().toNanos();
        for (int i = 0; i == 0 || System.nanoTime() < end; i++) {
            write(file, "warm-" + i, lines);
            insertRaw(file);
            bring(file);
        }
    }

    private void bringAgain(Path file, int lines) throws Exception {
        long before = count();
        long from = System.nanoTime();
        bring(file);
        report.note(
                "the last file of %,d outcomes brought again: %,d more in the database, %.0f lines/s"
                        .formatted(
                                lines,
                                count() - before,
                                lines / ((System.nanoTime() - from) / 1e9)));
    }

    private Slice timed(String name, int lines, Path file, Way way) throws Exception {
        Calm.Watch watch = calm.watch();
        long from = System.nanoTime();
        way.take(file);
        double seconds = (System.nanoTime() - from) / 1e9;
        return new Slice(name, lines, 0, seconds, 0, watch.wasDisturbed());
    }

    private static void write(Path file, String prefix, int lines) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write("id,type,customer,time,amount,currency,category\n");
            for (int i = 0; i < lines; i++) {
                csv.write(
                        String.join(
                                ",",
                                prefix + "-" + i,
                                i % 20 == 19 ? "return" : "purchase",
                                BenchCompany.customer((int) (i * 7919L % BenchCompany.CUSTOMERS)),
                                time(i),
                                1 + i % 900 + ".50",
                                "SEK",
                                CATEGORIES[i % CATEGORIES.length] + "\n"));
            }
        }
    }

    private static String time(int i) {
        return String.format(
                Locale.ROOT,
                "2026-%02d-%02dT%02d:%02d:%02dZ",
                1 + i % 9,
                1 + i % 28,
                i % 24,
                i % 60,
                i * 7 % 60);
    }

    private void bring(Path file) throws IOException {
        String id = site.send(STEWARD, "/outcomes/files", "text/csv", file).get("id").asText();
        JsonNode state = site.get(STEWARD, "/outcomes/files/" + id);
        while ("reading".equals(state.get("state").asText())) {
            LockSupport.parkNanos(PAUSE.toNanos());
            state = site.get(STEWARD, "/outcomes/files/" + id);
        }
        if (!"done".equals(state.get("state").asText()) || state.get("refused").asLong() > 0) {
            throw new IllegalStateException("not all was taken in: " + state);
        }
    }

    private void makeRawTable() throws SQLException {
        execute(
                "CREATE TABLE bench.outcome (id text PRIMARY KEY, type text NOT NULL,"
                        + " customer text NOT NULL, at timestamptz NOT NULL, amount_minor bigint,"
                        + " currency text, category text)");
    }

    private void insertRaw(Path file) throws SQLException, IOException {
        Database database = stack.database();
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url() + "?reWriteBatchedInserts=true",
                                database.user(),
                                database.password());
                PreparedStatement insert = connection.prepareStatement(RAW);
                BufferedReader lines = Files.newBufferedReader(file)) {
            connection.setAutoCommit(false);
            lines.readLine();
            int waiting = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",");
                for (int i = 0; i < 4; i++) {
                    insert.setString(i + 1, cells[i]);
                }
                insert.setLong(5, Long.parseLong(cells[4].replace(".", "")));
                insert.setString(6, cells[5]);
                insert.setString(7, cells[6]);
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    private long count() throws SQLException {
        return Bench.number(stack.database(), "SELECT count(*) FROM outcome");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = stack.database().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
