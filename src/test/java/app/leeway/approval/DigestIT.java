package app.leeway.approval;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.Awaiting;
import app.leeway.support.Nordlyst;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a manager is told of afterwards, once a day, in the running server. */
class DigestIT {

    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private final Nordlyst nordlyst = Nordlyst.running();

    @BeforeEach
    void nobodyHasHeardOfToday() {
        nordlyst.books().clear();
        for (String user : List.of("kim", "mats", "maria", "lena")) {
            nordlyst.as(user).get("/me");
        }
        nordlyst.books().write("DELETE FROM word WHERE what = 'gesture.digest'");
        nordlyst.books().write("DELETE FROM telling_choice");
        nordlyst.books()
                .write(
                        "INSERT INTO telling_choice (person_id, digest_at, digest_until)"
                                + " SELECT person_id, '00:00', '2026-01-01T00:00:00Z'"
                                + " FROM person_role WHERE role = 'manager'");
    }

    @Test
    void the_nearest_manager_hears_of_the_detour_once_and_nobody_else() {
        assertThat(
                        nordlyst.as("dag")
                                .logs(a("detour").taking(6).over("3").done())
                                .text("verdict.outcome"))
                .isEqualTo("GO_AND_TELL");
        assertThat(nordlyst.as("anna").logs(a("birthday-treat").done()).status()).isEqualTo(201);

        Awaiting.until("the digest", PATIENCE, () -> digests("mats", "maria") > 0);
        Awaiting.until(
                "that everybody was thought of",
                PATIENCE,
                () ->
                        nordlyst.books()
                                        .figure(
                                                "SELECT count(*) FROM telling_choice"
                                                        + " WHERE digest_until < '2026-02-01'")
                                == 0);
        assertThat(digests("mats", "maria")).isEqualTo(1);
        assertThat(digests("kim", "lena")).isZero();
        ApiAnswer words =
                nordlyst.as(digests("mats") == 1 ? "mats" : "maria")
                        .with("Accept-Language", "en")
                        .get("/notifications");
        assertThat(words.text("items.0.text"))
                .isEqualTo("1 given that you are told of afterwards, SEK\u00a084 in all.");
    }

    private long digests(String... users) {
        return nordlyst.books()
                .figure(
                        "SELECT count(*) FROM word w JOIN person p ON p.id = w.person_id"
                                + " WHERE w.what = 'gesture.digest' AND p.user_name IN ('"
                                + String.join("','", users)
                                + "')");
    }
}
