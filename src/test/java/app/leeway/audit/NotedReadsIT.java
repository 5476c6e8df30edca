package app.leeway.audit;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Nordlyst;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who looked at customers beyond their task, and what left as a file. */
class NotedReadsIT {

    private final Nordlyst nordlyst = Nordlyst.running();
    private String gesture;

    @BeforeEach
    void anna_has_given_something_to_a_customer() {
        nordlyst.books().clear();
        gesture =
                nordlyst.as("anna")
                        .logs(a("goodwill").of("50.00").to("C-1001").at("krogen").done())
                        .text("id");
    }

    @Test
    void P7_whoever_serves_customers_or_manages_who_does_reads_them_as_their_task() {
        nordlyst.as("anna").get("/customers?q=C-1001");
        nordlyst.as("anna").get("/gestures/" + gesture);
        nordlyst.as("kim").get("/gestures/" + gesture);
        nordlyst.as("kim").get("/gestures?customer=C-1001");

        assertThat(noted()).noneMatch(entry -> entry.matches("(anna|kim) .*"));
    }

    @Test
    void P7_whoever_opens_a_customer_beyond_their_task_is_on_record_once_an_hour() {
        for (int i = 0; i < 3; i++) {
            assertThat(nordlyst.as("axel").get("/gestures/" + gesture).status()).isEqualTo(200);
            assertThat(nordlyst.as("axel").get("/gestures?customer=C-1001").status())
                    .isEqualTo(200);
            assertThat(nordlyst.as("axel").get("/customers/C-1001").status()).isEqualTo(200);
        }
        nordlyst.as("lena").get("/gestures/" + gesture);

        assertThat(noted())
                .contains(
                        "axel customer.read " + gesture,
                        "axel customer.read " + customer("C-1001"),
                        "lena customer.read " + gesture);
        assertThat(noted().stream().filter(("axel customer.read " + gesture)::equals))
                .as("a new hour may have begun in between")
                .hasSizeLessThan(3);
        assertThat(nordlyst.as("axel").get("/audit/check").text("firstBroken")).isNull();
    }

    @Test
    void P7_each_customer_that_was_found_beyond_the_task_is_on_record() {
        assertThat(nordlyst.as("stina").get("/customers?q=C-1001").texts("items", "code"))
                .containsExactly("C-1001");
        nordlyst.as("stina").get("/customers?q=nobody-is-called-this");

        assertThat(noted()).contains("stina customer.read " + customer("C-1001"));
    }

    @Test
    void P7_an_export_is_on_record() {
        assertThat(nordlyst.as("stina").get("/company").status()).isEqualTo(200);

        assertThat(noted()).contains("stina export.made company.yaml");
    }

    private String customer(String code) {
        return nordlyst.books().texts("SELECT id FROM customer WHERE code = '" + code + "'").get(0);
    }

    /** By anybody within the last hour. */
    private List<String> noted() {
        return nordlyst.books()
                .texts(
                        "SELECT p.user_name || ' ' || a.what || ' ' || a.subject FROM audit_entry a"
                                + " JOIN person p ON p.id = a.person_id"
                                + " WHERE a.at > now() - interval '1 hour'"
                                + " AND a.what IN ('customer.read', 'export.made')");
    }
}
