package app.leeway.shared.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.leeway.support.InsideTheServer;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.metamodel.EntityType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@InsideTheServer
class MigrationsIT {

    @Inject Migrations migrations;

    @Inject Mappings mappings;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Test
    void the_schema_is_migrated_before_anything_else_runs() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet failed =
                        statement.executeQuery(
                                "select count(*) filter (where not success), count(*)"
                                        + " from flyway_schema_history")) {
            failed.next();
            assertThat(failed.getInt(1)).isZero();
            assertThat(failed.getInt(2)).isPositive();
            assertThat(migrations.version()).isNotBlank();
        }
    }

    @Test
    void every_mapped_class_fits_the_schema() {
        assertThat(mappings.all()).isNotEmpty();
        for (EntityType<?> type : mappings.all()) {
            assertThatCode(() -> mappings.readOne(type))
                    .as(type.getName())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void the_database_lowers_letters_beyond_ascii() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select lower('ÅSA ÖBERG')")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("åsa öberg");
        }
    }

    /** Arquillian gives tests what CDI has, and a persistence context only by way of a bean. */
    @ApplicationScoped
    static class Mappings {
        @PersistenceContext EntityManager entities;

        Set<EntityType<?>> all() {
            return entities.getMetamodel().getEntities();
        }

        void readOne(EntityType<?> type) {
            entities.createQuery("select e from " + type.getName() + " e")
                    .setMaxResults(1)
                    .getResultList();
        }
    }
}
