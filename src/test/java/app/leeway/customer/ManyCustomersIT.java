package app.leeway.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.shared.RefusedException;
import app.leeway.shared.jdbc.JdbiSetup;
import app.leeway.shared.jdbc.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer file of a hundred thousand rows, on a real PostgreSQL. */
class ManyCustomersIT {

    private static final int MANY = 100_000;
    private static final String HEADER = String.join(",", CustomerFile.COLUMNS) + "\n";

    private static EmbeddedPostgres postgres;

    private final TakingInCustomers takingIn = new TakingInCustomers();

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2)).start();
        Migrations.of(postgres.getPostgresDatabase()).migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        takingIn.table = new CustomerTable();
        takingIn.table.jdbi = JdbiSetup.over(postgres.getPostgresDatabase());
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM customer");
        }
    }

    @Test
    void aHundredThousandComeInOneGoAndEachIsFound() throws SQLException {
        List<Integer> steps = new ArrayList<>();
        long from = System.nanoTime();
        ImportedCustomers imported = takeIn(file("gold"), (done, total) -> steps.add(done));
        System.out.printf(
                "%,d customers in %.1f s%n", MANY, (System.nanoTime() - from) / 1_000_000_000.0);

        assertThat(imported).isEqualTo(new ImportedCustomers(MANY, 0, 0));
        assertThat(count()).isEqualTo(MANY);
        assertThat(steps).startsWith(0, 1000, 2000).endsWith(MANY).isSorted();
        assertThat(find("K-77777")).containsExactly("K-77777");
        assertThat(find("o'neill asa99999")).containsExactly("K-99999");
        assertThat(find("073 0042 042")).containsExactly("K-42042");
        assertThat(find("asa99998 gard")).containsExactly("K-99998");
        assertThat(find("p31415@example.org")).containsExactly("K-31415");
        assertThat(find("plate 12 345")).containsExactly("K-12345");
        assertThat(find("nobody")).isEmpty();
    }

    @Test
    void theSameFileAgainChangesNothingAndAnotherOnlyWhatDiffers() throws SQLException {
        takeIn("C-1,Åsa,,,gold,,,,,,\nC-2,Bo,,,,,,,,,\n");
        assertThat(takeIn("C-1,Åsa,,,gold,,,,,,\nC-2,Bo,,,,,,,,,\n"))
                .isEqualTo(new ImportedCustomers(0, 0, 2));
        assertThat(takeIn("C-2,Bosse,,,,,,,,,\nC-3,Cia,,,,,,,,,\n"))
                .isEqualTo(new ImportedCustomers(1, 1, 0));
        assertThat(find("bosse")).containsExactly("C-2");
        assertThat(count()).as("who is not named stays").isEqualTo(3);
    }

    @Test
    void P16_a_customer_in_another_spelling_is_the_same_customer() throws SQLException {
        takeIn("C-1,Åsa,,,gold,,,,,,\n");

        assertThat(takeIn("c\u200b-１,Åsa B,,,gold,,,,,,\n"))
                .isEqualTo(new ImportedCustomers(0, 1, 0));
        assertThat(takeIn("c-1,Åsa B,,,gold,,,,,,\n")).isEqualTo(new ImportedCustomers(0, 0, 1));
        assertThat(find("åsa b")).containsExactly("C-1");
        assertThat(count()).isEqualTo(1);
        assertThatThrownBy(() -> takeIn("C-2,Bo,,,,,,,,,\nc-2,Bo,,,,,,,,,\n"))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void P16_customers_who_differed_only_in_spelling_before_stay_two() throws Exception {
        try (EmbeddedPostgres older =
                EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2)).start()) {
            Migrations.of(older.getPostgresDatabase(), "017").migrate();
            write(
                    older,
                    "INSERT INTO customer (code, name, words) VALUES ('SK-1', 'a', ''), ('sk-1', 'b', ''),"
                            + " ('Sk-1', 'c', ''), ('SK-２', 'd', '')");
            write(
                    older,
                    "SET session_replication_role = replica; INSERT INTO gesture (id, fingerprint, kind,"
                            + " category, outreach, roles, place, person_id, visit, first_cost_minor,"
                            + " cost_minor, done, judged_for, received_at, state, first_state, outcome,"
                            + " verdict) SELECT gen_random_uuid(), '', 'k', 'c', false, '', 'p', 1, v, 0, 0,"
                            + " true, now(), now(), 'settled', 'settled', 'GO', '{}'"
                            + " FROM unnest(ARRAY['SK-901', 'sk-９01\u200b', NULL, ' ']) v");
            Migrations.of(older.getPostgresDatabase()).migrate();

            assertThat(all(older, "SELECT code || '=' || code_key FROM customer ORDER BY id"))
                    .containsExactly("SK-1=SK-1", "sk-1=sk-1", "Sk-1=Sk-1", "SK-２=sk-2");
            assertThat(
                            all(
                                    older,
                                    "SELECT coalesce(visit_key, '-') FROM gesture ORDER BY visit_key"))
                    .containsExactly("sk-901", "sk-901", "-", "-");
            takingIn.table.jdbi = JdbiSetup.over(older.getPostgresDatabase());
            takeIn("SK-1,x,,,,,,,,,\nsK-2,y,,,,,,,,,\n");
            assertThat(all(older, "SELECT code || '=' || name FROM customer ORDER BY id"))
                    .containsExactly("SK-1=x", "sk-1=b", "Sk-1=c", "SK-２=y");
        }
    }

    private static void write(EmbeddedPostgres server, String statement) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static List<String> all(EmbeddedPostgres server, String query) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            List<String> all = new ArrayList<>();
            while (row.next()) {
                all.add(row.getString(1));
            }
            return all;
        }
    }

    @Test
    void oneBadRowAmongManyAndNobodyComesIn() throws SQLException {
        String rows = file("gold").replace("K-99999,", ",");
        assertThatThrownBy(() -> takeIn(rows, TakingInCustomers.Progress.UNSEEN))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.violations())
                                        .extracting(v -> v.field())
                                        .containsExactly("line " + (MANY + 1)));
        assertThat(count()).isZero();
    }

    private static String file(String tier) {
        return IntStream.range(0, MANY)
                .mapToObj(
                        i ->
                                "K-%d,\"Åsa%d O'Neill, Gård\",+4673%07d,p%d@example.org,%s,,,plate %d %03d,1980-02-29,sv,\"says \"\"hej\"\"\"\n"
                                        .formatted(i, i, i * 1L, i, tier, i / 1000, i % 1000))
                .collect(Collectors.joining());
    }

    private ImportedCustomers takeIn(String rows) {
        return takeIn(rows, TakingInCustomers.Progress.UNSEEN);
    }

    private ImportedCustomers takeIn(String rows, TakingInCustomers.Progress progress) {
        byte[] csv = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
        return takingIn.takingIn(new ByteArrayInputStream(csv), progress);
    }

    private static int count() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM customer")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static List<String> find(String said) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(Customers.FINDING.replaceAll("\\?\\d", "?"))) {
            statement.setString(1, Customers.query(SearchTerms.asked(said)));
            statement.setString(2, said);
            List<String> codes = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    codes.add(row.getString("code"));
                }
            }
            return codes;
        }
    }
}
