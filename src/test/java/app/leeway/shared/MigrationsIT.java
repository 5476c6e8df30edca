package app.leeway.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.leeway.support.InContainer;
import jakarta.annotation.Resource;
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
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class MigrationsIT {

    @Deployment
    static WebArchive leeway() {
        return InContainer.leewayWith(MigrationsIT.class);
    }

    @Inject Migrations migrations;

    @PersistenceContext EntityManager entities;

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
        Set<EntityType<?>> mapped = entities.getMetamodel().getEntities();
        assertThat(mapped).isNotEmpty();
        for (EntityType<?> type : mapped) {
            assertThatCode(() -> firstOf(type)).as(type.getName()).doesNotThrowAnyException();
        }
    }

    private void firstOf(EntityType<?> type) {
        entities.createQuery("select e from " + type.getName() + " e")
                .setMaxResults(1)
                .getResultList();
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
}
