package app.leeway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.shared.jdbc.JdbiSetup;
import app.leeway.support.AnotherServer;
import app.leeway.support.ApiAnswer;
import app.leeway.support.Books;
import app.leeway.support.FilesBelow;
import app.leeway.support.Nordlyst;
import app.leeway.support.RunningLeeway;
import app.leeway.support.Waiting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Files that were taken are read to their end, once, whoever is killed while they are read. Where
 * it happens is drawn: the test holds a row that the server must write too, so that the server is
 * in the midst of a piece, with the lines before it in, however fast or slow it is.
 */
class ToTheEndIT {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int KILLS = Integer.getInteger("leeway.kills", 3);
    private static final int CUSTOMER_FILES = 6; // more than one server reads at once
    private static final int CUSTOMERS = 1500;

    private final Nordlyst nordlyst = Nordlyst.running();
    private final Books books = nordlyst.books();
    private final long seed = Long.getLong("leeway.seed", System.nanoTime());
    private final Random chance = new Random(seed);
    private final String mark = "end" + Long.toString(seed & 0xffffffffL, 36);

    @BeforeEach
    void the_seed_is_known() {
        System.out.printf("P17: %d kills, -Dleeway.seed=%d%n", KILLS, seed);
    }

    @AfterEach
    void their_customers_leave() {
        books.write("DELETE FROM customer WHERE code LIKE '" + mark + "%'");
    }

    @Test
    void p17_files_that_a_killed_server_was_reading_are_read_to_their_end_by_another()
            throws Exception {
        AnotherServer doomed = another(1);
        try {
            for (int kill = 1; kill <= KILLS; kill++) {
                OutcomeModel outcomes = new OutcomeModel(mark + "-" + kill, chance);
                String shared = mark + "-" + kill + "-shared";
                List<UUID> customers = new ArrayList<>();
                String id;
                try (Connection held = nordlyst.database().connect()) {
                    held.setAutoCommit(false);
                    hold(held, outcomes, shared);
                    id = bring(doomed.url(), outcomes.csv());
                    for (int i = 0; i < CUSTOMER_FILES; i++) {
                        customers.add(keepCustomers(kill + "-" + i, shared));
                    }
                    awaitStall(1 + CUSTOMER_FILES);
                    doomed.kill();
                    held.rollback();
                }
                doomed.close();
                if (kill < KILLS) {
                    doomed = another(kill + 1); // while the claims of the one before it lapse
                }

                awaitDone(id);
                assertThat(stateOf(id)).isEqualTo(outcomes.expected());
                assertThat(rowsOf(outcomes.source())).isEqualTo(outcomes.rows());
                assertThat(refusedOf(id)).isEqualTo(outcomes.refusedLines());
                customersAreIn(customers, shared);
                nothingIsKept();
            }
        } finally {
            doomed.close();
        }
        assertThat(nordlyst.as("axel").get("/audit/check").text("ok")).isEqualTo("true");
    }

    private static AnotherServer another(int number) {
        return AnotherServer.startedBeside(RunningLeeway.shared(), "to-the-end-" + number);
    }

    @Test
    void p17_a_file_goes_on_after_the_database_has_thrown_everybody_out() throws Exception {
        OutcomeModel outcomes = new OutcomeModel(mark + "-out", chance);
        String shared = mark + "-out-shared";
        String id;
        UUID customers;
        try (Connection held = nordlyst.database().connect()) {
            held.setAutoCommit(false);
            hold(held, outcomes, shared);
            id = bring(RunningLeeway.shared().url(), outcomes.csv());
            customers = keepCustomers("out", shared);
            awaitStall(2);
            books.write(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE application_name = 'leeway'");
            held.rollback();
        }

        awaitDone(id);
        assertThat(stateOf(id)).isEqualTo(outcomes.expected());
        assertThat(rowsOf(outcomes.source())).isEqualTo(outcomes.rows());
        assertThat(refusedOf(id)).isEqualTo(outcomes.refusedLines());
        customersAreIn(List.of(customers), shared);
        nothingIsKept();
    }

    @Test
    void p15_p17_nothing_of_a_file_lies_about_outside_the_database() throws Exception {
        OutcomeModel outcomes = new OutcomeModel(mark + "-temp", chance);
        String id;
        try (Connection held = nordlyst.database().connect()) {
            held.setAutoCommit(false);
            hold(held, outcomes, mark);
            id = bring(RunningLeeway.shared().url(), outcomes.csv());
            awaitStall(1);
            assertThat(filesWith(outcomes.source())).isEmpty();
            held.rollback();
        }
        awaitDone(id);
        assertThat(filesWith(outcomes.source())).isEmpty();
        nothingIsKept();
    }

    @Test
    void p15_an_upload_that_is_cut_leaves_nothing() throws IOException {
        URI server = RunningLeeway.shared().url();
        String head =
                "POST /api/v1/outcomes/files HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                        + "Authorization: Bearer "
                        + nordlyst.tokenOf("stina")
                        + "\r\nContent-Length: 5000000\r\n\r\n";
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write((mark + "\n").repeat(400_000).substring(0, 2_500_000).getBytes());
            out.flush();
            Waiting.until(
                    "some of it has come in",
                    LONG,
                    () -> books.figure("SELECT count(*) FROM kept_file WHERE NOT whole") == 1);
        }
        nothingIsKept();
    }

    /** What the server must write too, drawn anew each time: a line, or the head of the record. */
    private void hold(Connection held, OutcomeModel outcomes, String customer) throws SQLException {
        try (Statement sql = held.createStatement()) {
            sql.execute(
                    "INSERT INTO customer (code, code_key, name, words) VALUES ('%1$s', '%1$s', 'held', '')"
                            .formatted(customer));
            if (chance.nextInt(4) == 0) {
                sql.execute("SELECT seq FROM audit_head FOR UPDATE");
            } else {
                sql.execute(
                        "INSERT INTO outcome (source, id, type, customer, at, day, digest) VALUES"
                                + " ('%s', '%s', 'churn', 'held', now(), 0, repeat('x', 16)::bytea)"
                                        .formatted(outcomes.source(), outcomes.anyId(chance)));
            }
        }
    }

    /** That many files are claimed, and all of them wait for what the test holds. */
    private void awaitStall(int claimed) {
        Waiting.until(
                "the servers are in the midst of it",
                LONG,
                () ->
                        books.figure("SELECT count(*) FROM kept_file WHERE claim IS NOT NULL")
                                        == claimed
                                && books.figure(
                                                "SELECT count(*) FROM pg_stat_activity WHERE application_name"
                                                        + " = 'leeway' AND wait_event_type = 'Lock'")
                                        >= claimed);
    }

    private String bring(URI server, String csv) {
        ApiAnswer begun =
                nordlyst.as("stina", server)
                        .send("POST", "/outcomes/files", "text/csv", BodyPublishers.ofString(csv));
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        return begun.text("id");
    }

    /** As the page does it: kept by the same class, and found by whichever server looks first. */
    private UUID keepCustomers(String name, String shared) {
        StringBuilder csv =
                new StringBuilder(
                        "code,name,phone,email,tier,price_level,member_of,known_as,birth_date,language,known\n");
        int at = chance.nextInt(CUSTOMERS);
        for (int i = 0; i < CUSTOMERS; i++) {
            String code = i == at ? shared : mark + "-" + name + "-" + i;
            csv.append(code).append(",Somebody ").append(name).append(",,,,,,,,,\n");
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(nordlyst.database().url());
        source.setUser(nordlyst.database().user());
        source.setPassword(nordlyst.database().password());
        KeepingFiles keeping = new KeepingFiles();
        keeping.files = new KeptFiles();
        keeping.files.jdbi = JdbiSetup.over(source);
        keeping.reading =
                new ReadingFiles() {
                    @Override
                    void lookSoon() {
                        assertThat(keeping.files).isNotNull(); // the servers look by themselves
                    }
                };
        long stina = books.figure("SELECT id FROM person WHERE user_name = 'stina'");
        return keeping.keep(
                "customers",
                stina,
                new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)),
                (id, bytes) ->
                        books.write(
                                "INSERT INTO customer_file (id, by_person, begun_at, state)"
                                        + " VALUES ('%s', %d, now(), 'reading')"
                                                .formatted(id, stina)));
    }

    private void awaitDone(String id) {
        Waiting.until(
                "the file is read to its end",
                LONG,
                () -> {
                    ApiAnswer file = nordlyst.as("stina").get("/outcomes/files/" + id);
                    return file.status() == 200 && !"reading".equals(file.text("state"));
                });
    }

    private String stateOf(String id) {
        ApiAnswer file = nordlyst.as("stina").get("/outcomes/files/" + id);
        return "%s: %s added, %s repeated, %s refused, %s %%"
                .formatted(
                        file.text("state"),
                        file.text("added"),
                        file.text("repeated"),
                        file.text("refused"),
                        file.text("percent"));
    }

    private List<String> rowsOf(String source) {
        return books.texts("SELECT id FROM outcome WHERE source = '" + source + "' ORDER BY id");
    }

    private List<String> refusedOf(String file) {
        return books.texts(
                "SELECT line FROM outcome_refused WHERE file_id = '" + file + "' ORDER BY line");
    }

    /** Each row once, in the words of one of the files; and the record tells of each file once. */
    private void customersAreIn(List<UUID> files, String shared) {
        for (UUID file : files) {
            String state = "SELECT state FROM customer_file WHERE id = '" + file + "'";
            Waiting.until(
                    "the customers are in",
                    LONG,
                    () -> List.of("done", "failed", "refused").contains(books.texts(state).get(0)));
            assertThat(books.texts(state)).containsExactly("done");
        }
        String ids = String.join("','", files.stream().map(UUID::toString).toList());
        String counts =
                "SELECT sum(added) || ' ' || sum(changed) || ' ' || sum(unchanged) FROM customer_file"
                        + " WHERE id IN ('%s')".formatted(ids);
        long own = (long) files.size() * (CUSTOMERS - 1);
        assertThat(books.texts(counts))
                .containsExactly("%d %d 0".formatted(own + 1, files.size() - 1));
        String prefix = shared.replace("shared", "");
        assertThat(books.figure("SELECT count(*) FROM customer WHERE code LIKE '" + prefix + "%'"))
                .isEqualTo(own + 1);
    }

    private void nothingIsKept() {
        Waiting.until(
                "its bytes are gone",
                LONG,
                () ->
                        books.figure("SELECT count(*) FROM kept_file") == 0
                                && books.figure("SELECT count(*) FROM file_chunk") == 0);
    }

    /** In the system's temporary folder, and in the folders of the server. */
    private static List<Path> filesWith(String text) throws IOException {
        List<Path> found = new ArrayList<>();
        Path server =
                Path.of(
                        System.getProperty("leeway.work"),
                        "running-leeway",
                        "liberty",
                        "servers",
                        "leeway");
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> top = Files.list(temporary)) {
            for (Path file : top.filter(Files::isRegularFile).toList()) {
                if (has(file, text)) {
                    found.add(file);
                }
            }
        }
        for (Path file : FilesBelow.sizes(server).keySet()) {
            if (has(file, text)) {
                found.add(file);
            }
        }
        return found;
    }

    private static boolean has(Path file, String text) throws IOException {
        try {
            return Files.isReadable(file)
                    && Files.size(file) < 10_000_000
                    && Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (NoSuchFileException gone) {
            return false; // somebody else's, who has just deleted it
        }
    }
}
