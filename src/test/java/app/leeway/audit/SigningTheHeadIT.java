package app.leeway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.shared.jdbc.JdbiSetup;
import app.leeway.support.HandClock;
import app.leeway.support.PlainDatabase;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningTheHeadIT {

    private static PlainDatabase database;

    @TempDir Path folder;

    /** Eleven in the evening where the company is. */
    private final HandClock clock = new HandClock("2026-11-25T22:00:00Z");

    private final List<SignedHead> told = new ArrayList<>();

    @BeforeAll
    static void start() {
        database = PlainDatabase.started("signing");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void nothing_is_signed_yet() {
        database.write(
                "ALTER TABLE signed_head DISABLE TRIGGER USER",
                "ALTER TABLE record_key DISABLE TRIGGER USER",
                "DELETE FROM signed_head",
                "DELETE FROM record_key",
                "ALTER TABLE signed_head ENABLE TRIGGER USER",
                "ALTER TABLE record_key ENABLE TRIGGER USER",
                "DELETE FROM company",
                "INSERT INTO company (code, name, currency, zone, languages)"
                        + " VALUES ('nordlyst', 'Nordlyst', 'SEK', 'Europe/Stockholm', 'sv')");
    }

    @Test
    void P18_a_head_is_signed_once_a_day_and_told() {
        SigningTheHead one = server("one.pem");
        assertThat(one.signOfTheDay()).isPresent();
        assertThat(one.signOfTheDay()).isEmpty();
        clock.advance(Duration.ofMinutes(59));
        assertThat(one.signOfTheDay()).as("the same day").isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(one.signOfTheDay()).as("midnight where the company is").isPresent();

        assertThat(told).hasSize(2);
        assertThat(one.heads.all()).hasSize(2);
        assertThat(told.get(0).key()).isEqualTo(one.keys.keys().current().id());
        assertThat(one.keys.keys().current().verifies(one.heads.newest().orElseThrow()))
                .as("as it is read again")
                .isTrue();
    }

    @Test
    void P18_of_several_servers_one_signs_and_each_tells_its_key_from_others() {
        SigningTheHead one = server("one.pem");
        SigningTheHead other = server("other.pem");
        SignedHead head = one.signOfTheDay().orElseThrow();

        assertThat(other.signOfTheDay()).isEmpty();
        assertThat(one.keys.standing(head.key())).isEqualTo(KeyStanding.CURRENT);
        assertThat(other.keys.standing(head.key())).isEqualTo(KeyStanding.UNKNOWN);
        assertThat(other.sign().orElseThrow().key()).isNotEqualTo(head.key());
        assertThat(one.heads.usedKeys()).hasSize(2);
    }

    @Test
    void P18_a_head_that_was_signed_is_not_changed_by_accident() {
        server("one.pem").signOfTheDay();

        assertThatThrownBy(() -> database.write("UPDATE signed_head SET seq = 1"))
                .hasStackTraceContaining("append-only");
        assertThatThrownBy(() -> database.write("DELETE FROM signed_head"))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void P18_without_a_company_or_a_key_nothing_is_signed() {
        SigningTheHead signing = server("one.pem");
        signing.keys.file = folder.resolve("not-there.pem").toString();
        assertThatThrownBy(signing::signOfTheDay).hasMessageContaining("not-there.pem");
        assertThat(signing.keys.known()).isEmpty();

        database.write("DELETE FROM company");
        assertThat(server("two.pem").signOfTheDay()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private SigningTheHead server(String keyFile) {
        Path file = folder.resolve(keyFile);
        RecordKeyFile.readOrMake(file);
        SigningTheHead signing = new SigningTheHead();
        signing.jdbi = JdbiSetup.over(database.source());
        signing.clock = clock;
        signing.keys = new RecordKeys();
        signing.keys.file = file.toString();
        signing.heads = new SignedHeads();
        signing.heads.jdbi = JdbiSetup.over(database.source());
        signing.heads.keys = signing.keys;
        signing.signed =
                (Event<HeadSigned>)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {Event.class},
                                (proxy, method, args) -> {
                                    told.add(((HeadSigned) args[0]).head());
                                    return null;
                                });
        return signing;
    }
}
