package app.leeway.shared.jdbc;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings the schema up to date before anything uses it. When that fails the application does not
 * start: half a schema must never be written to.
 *
 * <p>Several servers may start at once; the first takes the lock, the others wait for it.
 */
@ApplicationScoped
public class Migrations {
    private static final Logger LOG = Logger.getLogger(Migrations.class.getName());

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    private volatile String version;

    void migrate(@Observes @Priority(0) Startup startup) {
        Flyway flyway = of(database);
        MigrateResult result = flyway.migrate();
        version = flyway.info().current().getVersion().getVersion();
        LOG.info(
                () ->
                        "The schema is at version %s, %d migrations done now"
                                .formatted(version, result.migrationsExecuted));
    }

    /** All of them, those in SQL and those in Java, for a database. */
    public static Flyway of(DataSource database) {
        return of(database, "latest");
    }

    /**
     * The same, up to a version.
     *
     * @param target of Flyway: a version, or {@code latest}
     */
    public static Flyway of(DataSource database, String target) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .javaMigrations(new SpellingMigration())
                .target(target)
                .load();
    }

    /** The version of the schema, or null before it is known. */
    public String version() {
        return version;
    }
}
