package app.leeway.organization.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.organization.Actor;
import app.leeway.organization.ChoosingPreferences;
import app.leeway.organization.Preferences;
import app.leeway.organization.Role;
import app.leeway.support.InsideTheServer;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who somebody is: bound by user name once, then known by subject only. */
@InsideTheServer
class FirstSignInIT {

    @Inject BindingPeople binding;
    @Inject TabletKeys tabletKeys;
    @Inject SealingKeys sealingKeys;
    @Inject ChoosingPreferences preferences;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    private final String user = "new-" + UUID.randomUUID();
    private final String sub = UUID.randomUUID().toString();
    private long id;

    /** Somebody beside whatever company other tests have brought. */
    @BeforeEach
    void somebodyNew() throws SQLException {
        execute(
                "INSERT INTO org_unit (code, name_sv, name_en, level, position, active)"
                        + " VALUES ('elsewhere', 'E', 'E', 'company', 0, false)"
                        + " ON CONFLICT DO NOTHING");
        execute(
                "INSERT INTO person (user_name, name, at_unit, position)"
                        + " VALUES ('%s', 'N', 'elsewhere', 0)".formatted(user));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT id FROM person WHERE user_name = '%s'".formatted(user))) {
            row.next();
            id = row.getLong(1);
        }
    }

    @AfterEach
    void gone() throws SQLException {
        execute("DELETE FROM person WHERE id = " + id);
    }

    @Test
    void theFirstSubjectUnderAUserNameIsThatPersonForGood() {
        assertThat(binding.bySubject(sub)).isEmpty();
        assertThat(binding.bind(sub, user)).hasValueSatisfying(this::isThem);
        assertThat(binding.bySubject(sub)).hasValueSatisfying(this::isThem);
    }

    @Test
    void aSecondSubjectUnderTheSameNameIsNobody() {
        binding.bind(sub, user);
        String other = UUID.randomUUID().toString();
        assertThat(binding.bind(other, user)).isEmpty();
        assertThat(binding.bySubject(other)).isEmpty();
        assertThat(binding.bySubject(sub)).hasValueSatisfying(this::isThem);
    }

    @Test
    void whoeverIsBoundMayChangeTheirNameInTheRealm() {
        binding.bind(sub, user);
        assertThat(binding.bind(sub, "renamed-" + user)).hasValueSatisfying(this::isThem);
    }

    @Test
    void whoeverHasLeftIsNotBound() throws SQLException {
        execute("UPDATE person SET active = false WHERE id = " + id);
        assertThat(binding.bind(sub, user)).isEmpty();
    }

    @Test
    void nobodyGetsATabletKeyOfFormerVersionsAnyMore() throws SQLException {
        assertThat(tabletKeys.key(actor(id))).isEmpty();
        execute("UPDATE person SET tablet_key = decode('0011', 'hex') WHERE id = " + id);
        assertThat(tabletKeys.key(actor(id)))
                .hasValueSatisfying(key -> assertThat(key).containsExactly(0x00, 0x11));
    }

    @Test
    void aSealingKeyIsMadeOnceAndWhatWasSealedForItIsOpenedForNobodyElse() {
        byte[] key = sealingKeys.publicKey(actor(id));
        assertThat(key).isNotEmpty();
        assertThat(sealingKeys.publicKey(actor(id))).isEqualTo(key);
        assertThat(sealingKeys.open(new byte[200], actor(id))).isEmpty();
        assertThat(sealingKeys.open(new byte[3], actor(id))).isEmpty();
    }

    @Test
    void aChoiceStaysAndWhatIsNotChosenStaysAsItWas() {
        preferences.choose(actor(id), new Preferences("en", null, "dark"));
        preferences.choose(actor(id), new Preferences(null, "left", null));
        assertThat(preferences.chosen(actor(id))).isEqualTo(new Preferences("en", "left", "dark"));
    }

    private void isThem(BindingPeople.Bound bound) {
        assertThat(bound.personId()).isEqualTo(id);
    }

    private Actor actor(long personId) {
        return new Actor(personId, user, "N", java.util.Set.of(Role.STAFF), "x", null, "sv");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
