package app.leeway.payoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.leeway.shared.jdbc.SqlText;
import app.leeway.support.PlainDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL and Spark, the same text in one run. */
class PayoffOnSparkIT {

    private static final double CLOSE = 1e-12;

    private static PlainDatabase database;
    private static SparkSession session;
    private static PayoffOnSpark spark;

    @BeforeAll
    static void start() throws SQLException {
        database = PlainDatabase.started("spark");
        FactTable.fill(database.source(), Krona.customers(6_000, 20260731L, Krona.World.BASE));
        session = PayoffOnSpark.session("local[2]");
        spark = new PayoffOnSpark(session);
        spark.open(address());
    }

    @AfterAll
    static void stop() {
        session.stop();
        database.close();
    }

    @Test
    void both_engines_estimate_the_same() throws SQLException {
        agree(StoredFacts.estimating(StoredFacts.GIVEN, 90, StoredFacts.EVER, 5), 500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "site"})
    void both_engines_take_together_the_same(String cluster) throws SQLException {
        agree(StoredFacts.clustering(StoredFacts.GIVEN, cluster, 90, StoredFacts.EVER, 5), 100);
    }

    @Test
    void parquet_files_of_the_tables_give_the_same(@TempDir Path folder) throws SQLException {
        spark.keep(folder.toString());
        try {
            spark.open(folder.toString());
            agree(StoredFacts.estimating(StoredFacts.GIVEN, 90, StoredFacts.EVER, 2), 500);
        } finally {
            spark.open(address());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 90, 180, 365})
    void both_engines_make_the_same_facts(int days) throws SQLException {
        database.write(
                "DROP SCHEMA IF EXISTS raw CASCADE",
                "CREATE SCHEMA raw",
                "CREATE TABLE raw.episode (episode_id text, customer_id text, site_id text,"
                        + " day integer, treated integer, gesture_kind text, segment text,"
                        + " incident_type text, balance_band text, nth_band text,"
                        + " damage_band text, cost double precision, asked integer)",
                "CREATE TABLE raw.loyalty_event (customer_id text, day integer,"
                        + " amount double precision)");
        SplittableRandom random = new SplittableRandom(1_000_003);
        for (int i = 0; i < 300; i++) {
            boolean given = random.nextInt(3) == 0;
            database.write(
                    "INSERT INTO raw.episode VALUES ('e%d','c%d','s1',%d,%d,%s,'a','none','0',NULL,NULL,%s,0)"
                            .formatted(
                                    i,
                                    i / 2,
                                    900 + random.nextInt(200),
                                    given ? 1 : 0,
                                    given ? "'k'" : "NULL",
                                    given ? "12.5" : "0"));
        }
        database.write(
                "INSERT INTO raw.loyalty_event SELECT 'c' || (n * 7919 % 140), n * 104729 % 1300,"
                        + " (n % 977) / 7.0 - 20 FROM generate_series(1, 20000) n");
        for (String table : List.of("episode", "loyalty_event")) {
            session.read()
                    .format("jdbc")
                    .option("url", address())
                    .option("dbtable", "raw." + table)
                    .load()
                    .createOrReplaceTempView(table);
        }
        String text =
                SqlText.of("facts")
                        .with("episode", "episode")
                        .with("loyalty_event", "loyalty_event")
                        .with("scale", 1)
                        .with("horizon", days)
                        .with("today", 1300)
                        .complete();
        agree("SELECT * FROM (" + text + ") f ORDER BY episode_id", 50);
    }

    private static void agree(String query, int least) throws SQLException {
        List<List<Object>> ours = postgres(query);
        Dataset<Row> theirs = spark.rows(query);
        List<Row> rows = theirs.collectAsList();

        assertThat(ours).hasSizeGreaterThan(least).hasSameSizeAs(rows);
        // the engines sort texts by rules of their own
        ours.sort(java.util.Comparator.comparing(row -> row.get(0) + " " + row.get(1)));
        rows = new ArrayList<>(rows);
        rows.sort(java.util.Comparator.comparing(row -> row.get(0) + " " + row.get(1)));
        for (int i = 0; i < rows.size(); i++) {
            for (int c = 0; c < rows.get(i).size(); c++) {
                same(
                        ours.get(i).get(1) + " " + theirs.columns()[c],
                        ours.get(i).get(c),
                        rows.get(i).get(c));
            }
        }
    }

    private static void same(String what, Object ours, Object theirs) {
        if (ours instanceof Number number) {
            double value = number.doubleValue();
            assertThat(theirs).as(what).isInstanceOf(Number.class);
            assertThat(((Number) theirs).doubleValue())
                    .as(what)
                    .isCloseTo(value, within(CLOSE * Math.max(1, Math.abs(value))));
        } else {
            assertThat(theirs).as(what).isEqualTo(ours);
        }
    }

    private static List<List<Object>> postgres(String query) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            StoredFacts.hashing(Jdbi.open(connection));
            connection.createStatement().execute("SET LOCAL search_path = raw, public");
            try (ResultSet rows = connection.createStatement().executeQuery(query)) {
                List<List<Object>> all = new ArrayList<>();
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int c = 1; c <= columns; c++) {
                        row.add(rows.getObject(c));
                    }
                    all.add(row);
                }
                return all;
            }
        }
    }

    private static String address() {
        return database.address();
    }
}
