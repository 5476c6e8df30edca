package app.leeway.payoff;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The estimating queries on Apache Spark, for those who outgrow one machine: the same text, on the
 * same tables over JDBC or on Parquet files of them.
 *
 * <p>Usage: open the tables, then ask with the texts of {@link StoredFacts}.
 */
public final class PayoffOnSpark {

    private static final List<String> TABLES = List.of("episode_fact", "episode_clause");

    private final SparkSession spark;

    PayoffOnSpark(SparkSession spark) {
        this.spark = spark;
    }

    static SparkSession session(String master) {
        return SparkSession.builder()
                .master(System.getProperty("spark.master", master))
                .appName("leeway-payoff")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.codegen.wholeStage", "false")
                .config("spark.sql.adaptive.enabled", "false")
                .getOrCreate();
    }

    /** Makes the tables known under their names. */
    void open(String where) {
        for (String table : TABLES) {
            Dataset<Row> rows =
                    where.startsWith("jdbc:")
                            ? spark.read()
                                    .format("jdbc")
                                    .option("url", where)
                                    .option("driver", "org.postgresql.Driver")
                                    .option("dbtable", table)
                                    .load()
                            : spark.read().parquet(where + "/" + table);
            rows.createOrReplaceTempView(table);
        }
    }

    /** What the store's SQL gives here. */
    Dataset<Row> rows(String query) {
        return spark.sql(query);
    }

    /** The tables as Parquet files, as {@link #open} reads them. */
    void keep(String folder) {
        for (String table : TABLES) {
            spark.table(table).write().mode("overwrite").parquet(folder + "/" + table);
        }
    }
}
