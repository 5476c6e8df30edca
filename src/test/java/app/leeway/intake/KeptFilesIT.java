package app.leeway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.jdbc.JdbiSetup;
import app.leeway.shared.jdbc.LongTransaction;
import app.leeway.support.PlainDatabase;
import jakarta.enterprise.inject.Instance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bytes, claims and positions of kept files, on a real PostgreSQL. */
class KeptFilesIT {

    private static PlainDatabase database;

    private final KeptFiles files = new KeptFiles();
    private final KeepingFiles keeping = new KeepingFiles();
    private final ReadingFiles reading = new ReadingFiles();
    private final List<String> failures = new ArrayList<>();
    private RuntimeException outcomeOfReading;

    @BeforeAll
    static void start() {
        database = PlainDatabase.started("kept-files");
        database.write(
                "INSERT INTO org_unit (code, name_sv, name_en, level, position)"
                        + " VALUES ('house', 'Huset', 'The house', 'company', 1)",
                "INSERT INTO person (id, user_name, name, at_unit, position) OVERRIDING SYSTEM"
                        + " VALUE VALUES (1, 'stina', 'Stina', 'house', 1)");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    @SuppressWarnings("unchecked")
    void nothing_is_kept() {
        database.write("DELETE FROM kept_file");
        files.jdbi = JdbiSetup.over(database.source());
        keeping.files = files;
        keeping.reading =
                new ReadingFiles() {
                    @Override
                    void lookSoon() {
                        assertThat(one("SELECT whole FROM kept_file ORDER BY whole LIMIT 1"))
                                .isEqualTo("t");
                    }
                };
        reading.files = files;
        reading.kinds =
                (Instance<FileReading>)
                        Proxy.newProxyInstance(
                                Instance.class.getClassLoader(),
                                new Class<?>[] {Instance.class},
                                (proxy, method, arguments) -> Stream.of(new Broken()));
        reading.work =
                new LongTransaction() {
                    @Override
                    public void inOne(Runnable work) {
                        work.run();
                    }
                };
    }

    @Test
    void p17_what_was_kept_is_read_byte_by_byte_and_gone_once_it_is_read() throws IOException {
        byte[] bytes = bytes(2 * ChunkPacking.BYTES + 77);
        UUID id = keep(new ByteArrayInputStream(bytes));
        assertThat(one("SELECT count(*) FROM file_chunk")).isEqualTo("3");

        KeptFile file = files.claim().orElseThrow();

        assertThat(file.id()).isEqualTo(id);
        assertThat(file.bytes()).isEqualTo(bytes.length);
        assertThat(files.bytes(file, 0).readAllBytes()).isEqualTo(bytes);
        files.end(file);
        assertThat(one("SELECT count(*) FROM kept_file")).isEqualTo("0");
        assertThat(one("SELECT count(*) FROM file_chunk")).isEqualTo("0");
    }

    @Test
    void p15_an_upload_that_breaks_off_leaves_nothing() {
        InputStream broken =
                new SequenceInputStream(
                        new ByteArrayInputStream(bytes(ChunkPacking.BYTES + 5)),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("cut");
                            }
                        });

        assertThatThrownBy(() -> keep(broken)).isInstanceOf(UncheckedIOException.class);

        assertThat(one("SELECT count(*) FROM kept_file")).isEqualTo("0");
        assertThat(one("SELECT count(*) FROM file_chunk")).isEqualTo("0");
    }

    @Test
    void p15_an_upload_whose_server_died_is_swept_away_and_what_is_whole_is_not() {
        UUID whole = keep(new ByteArrayInputStream(bytes(10)));
        UUID dead = UUID.randomUUID();
        files.begin(dead, "outcomes", 1);
        files.add(dead, 0, ChunkPacking.pack(bytes(10)), 10);
        files.sweep();
        assertThat(one("SELECT count(*) FROM kept_file")).as("may go on yet").isEqualTo("2");

        database.write("UPDATE kept_file SET due_at = now() - interval '1 second'");
        files.sweep();

        assertThat(one("SELECT string_agg(id::text, ' ') FROM kept_file"))
                .isEqualTo(whole.toString());
        assertThat(one("SELECT string_agg(file_id::text, ' ') FROM file_chunk"))
                .isEqualTo(whole.toString());
        assertThatThrownBy(() -> files.add(dead, 1, ChunkPacking.pack(bytes(10)), 20))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void p15_while_very_much_waits_nothing_more_is_taken() {
        keep(new ByteArrayInputStream(bytes(10)));
        database.write("UPDATE kept_file SET bytes = 8 * 1024 ^ 3 - 20");
        keep(new ByteArrayInputStream(bytes(20)));

        assertThatThrownBy(() -> keep(new ByteArrayInputStream(bytes(1))))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.BUSY));
        assertThat(one("SELECT count(*) FROM kept_file")).isEqualTo("2");
    }

    @Test
    void p17_a_claim_is_for_one_until_it_lapses_and_then_the_older_one_writes_no_more() {
        keep(new ByteArrayInputStream(bytes(100)));
        KeptFile first = files.claim().orElseThrow();
        assertThat(files.claim()).isEmpty();
        files.advance(first, 40, 2);

        lapse();
        KeptFile second = files.claim().orElseThrow();

        assertThat(second.position()).isEqualTo(40);
        assertThat(second.line()).isEqualTo(2);
        assertThatThrownBy(() -> files.advance(first, 80, 4))
                .isInstanceOf(ClaimLostException.class);
        assertThatThrownBy(() -> files.hold(first)).isInstanceOf(ClaimLostException.class);
        assertThatThrownBy(() -> files.end(first)).isInstanceOf(ClaimLostException.class);
        files.tryAgain(first, true, Duration.ZERO);
        files.advance(second, 60, 3);
        assertThat(one("SELECT position || ' ' || line FROM kept_file")).isEqualTo("60 3");
    }

    @Test
    void p17_a_claim_that_is_renewed_does_not_lapse_and_one_that_is_released_is_free_at_once() {
        keep(new ByteArrayInputStream(bytes(100)));
        KeptFile first = files.claim().orElseThrow();
        lapse();
        files.renew(List.of(first.claim()));
        assertThat(files.claim()).isEmpty();

        files.release(List.of(first.claim()));

        assertThat(files.claim()).isPresent();
    }

    @Test
    void p17_what_nobody_reads_on_just_now_is_said_to_wait() {
        keep(new ByteArrayInputStream(bytes(100)));
        assertThat(one("SELECT count(*) FROM waiting_file")).as("not begun").isEqualTo("0");
        KeptFile file = files.claim().orElseThrow();
        assertThat(one("SELECT count(*) FROM waiting_file")).as("read").isEqualTo("0");
        lapse();
        assertThat(one("SELECT count(*) FROM waiting_file")).as("server died").isEqualTo("1");
        files.renew(List.of(file.claim()));
        files.tryAgain(file, false, Duration.ofMinutes(1));
        assertThat(one("SELECT count(*) FROM waiting_file")).as("outage").isEqualTo("1");
    }

    @Test
    void p17_what_breaks_off_is_tried_thirty_times_from_the_same_position_and_then_has_failed() {
        keep(new ByteArrayInputStream(bytes(100)));
        outcomeOfReading = new IllegalStateException("broken");
        for (int i = 1; i <= 31; i++) {
            lookAtOnce();
            assertThat(one("SELECT tries FROM kept_file")).isEqualTo("" + i);
        }
        assertThat(failures).isEmpty();

        lookAtOnce();

        assertThat(failures).containsExactly("broken 1");
        assertThat(one("SELECT count(*) FROM file_chunk")).isEqualTo("0");
    }

    @Test
    void p17_an_outage_is_no_failure_however_often_it_comes() {
        keep(new ByteArrayInputStream(bytes(100)));
        outcomeOfReading =
                new IllegalStateException(new SQLNonTransientConnectionException("gone"));
        for (int i = 0; i < 100; i++) {
            lookAtOnce();
        }
        assertThat(failures).isEmpty();
        assertThat(one("SELECT tries FROM kept_file")).isEqualTo("1");
    }

    @Test
    void p17_a_file_that_ends_its_server_each_time_does_not_do_so_for_ever() {
        keep(new ByteArrayInputStream(bytes(100)));
        files.claim().orElseThrow();
        for (int i = 0; i < 30; i++) {
            lapse();
            files.claim().orElseThrow();
        }
        lapse();
        outcomeOfReading = new IllegalStateException("is not read any more");
        lookAtOnce();
        assertThat(failures).containsExactly("broken 1");
    }

    @Test
    void what_is_no_file_of_its_kind_has_failed_at_once_with_its_line() {
        keep(new ByteArrayInputStream(bytes(100)));
        outcomeOfReading = new UnreadableFileException("unknown-columns", 7);
        lookAtOnce();
        assertThat(failures).containsExactly("unknown-columns 7");
        assertThat(one("SELECT count(*) FROM kept_file")).isEqualTo("0");
    }

    private void lookAtOnce() {
        database.write("UPDATE kept_file SET due_at = now()");
        reading.follow(files.claim().orElseThrow());
    }

    /** Reads nothing, and answers as the test says. */
    private final class Broken implements FileReading {

        @Override
        public String kind() {
            return "outcomes";
        }

        @Override
        public void read(KeptFile file) {
            throw outcomeOfReading;
        }

        @Override
        public void failed(KeptFile file, String problem, long line) {
            failures.add(problem + " " + line);
        }
    }

    private static void lapse() {
        database.write("UPDATE kept_file SET due_at = now() - interval '1 second'");
    }

    private UUID keep(InputStream in) {
        return keeping.keep("outcomes", 1, in, (id, bytes) -> {});
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static String one(String query) {
        return database.one(query);
    }
}
