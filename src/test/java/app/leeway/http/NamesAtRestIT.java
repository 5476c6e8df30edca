package app.leeway.http;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.CompanyFiles;
import app.leeway.support.Nordlyst;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where names lie when nobody asks: with people and customers, and nowhere else. */
class NamesAtRestIT {

    private static final String KIM = "Zanarikim Zten";
    private static final String CUSTOMER = "Zanarikund Zberg";

    private final Nordlyst nordlyst = Nordlyst.running();
    private String customerBefore;

    @BeforeEach
    void kim_and_a_customer_have_names_of_their_own() {
        nordlyst.books().clear();
        customerBefore =
                nordlyst.books().texts("SELECT name FROM customer WHERE code = 'C-1002'").get(0);
        nordlyst.books()
                .write("UPDATE customer SET name = '" + CUSTOMER + "' WHERE code = 'C-1002'");
        imported(CompanyFiles.nordlyst().replace("Kim Sten", KIM));
    }

    @AfterEach
    void as_before() {
        nordlyst.books()
                .write("UPDATE customer SET name = '" + customerBefore + "' WHERE code = 'C-1002'");
        imported(CompanyFiles.nordlyst());
    }

    @Test
    void P7_after_a_journey_names_stand_with_people_and_customers_only() {
        ApiAnswer asked =
                nordlyst.as("anna")
                        .logs(a("goodwill").of("700.00").to("C-1002").at("krogen").asked());
        assertThat(asked.body()).contains(KIM);
        String id = asked.text("id");
        ApiClient kim = nordlyst.as("kim").withKey(UUID.randomUUID());
        String yes = "{\"comment\":\"They have waited long.\"}";
        ApiAnswer approved = kim.post("/approvals/" + id + "/approve", yes);
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(approved.body()).contains(KIM);
        ApiAnswer released =
                nordlyst.as("kim").withNewKey().post("/gestures/" + id + "/release", "{}");
        assertThat(released.status()).as(released.body()).isEqualTo(200);
        assertThat(released.body()).contains(KIM);

        assertThat(tablesWith(KIM)).containsExactly("person");
        assertThat(tablesWith(CUSTOMER)).containsExactly("customer");
        assertThat(tablesWith("Kim Sten")).as("who Kim was before the import").isEmpty();

        ApiAnswer again = kim.post("/approvals/" + id + "/approve", yes);
        assertThat(again.isReplayed()).isTrue();
        assertThat(again.body()).isEqualTo(approved.body());
    }

    @Test
    void P7_a_repetition_tells_the_names_of_now() {
        var gesture = a("goodwill").of("700.00").to("C-1002").at("krogen").asked();
        ApiClient anna = nordlyst.as("anna").withNewKey();
        ApiAnswer asked = anna.post("/gestures", gesture);
        ApiClient kim = nordlyst.as("kim").withNewKey();
        String decline = "{\"reason\":\"too-much\"}";
        String path = "/approvals/" + asked.text("id") + "/decline";
        ApiAnswer declined = kim.post(path, decline);
        assertThat(declined.status()).as(declined.body()).isEqualTo(200);

        imported(CompanyFiles.nordlyst().replace("Kim Sten", "Kim Nystedt"));

        assertThat(json(kim.post(path, decline)))
                .isEqualTo(json(declined.body().replace(KIM, "Kim Nystedt")));
        assertThat(json(anna.post("/gestures", gesture)))
                .isEqualTo(json(asked.body().replace(KIM, "Kim Nystedt")));
        assertThat(tablesWith("Kim Nystedt")).containsExactly("person");
    }

    private static JsonNode json(ApiAnswer answer) {
        assertThat(answer.isReplayed()).as(answer.body()).isTrue();
        return answer.json();
    }

    private static JsonNode json(String body) {
        return new ApiAnswer(200, null, body).json();
    }

    private void imported(String yaml) {
        ApiAnswer answer =
                nordlyst.as("stina")
                        .withNewKey()
                        .send("POST", "/company", "application/yaml", yaml);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private List<String> tablesWith(String text) {
        return nordlyst
                .books()
                .texts(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema ="
                                + " 'public' AND table_type = 'BASE TABLE' ORDER BY table_name")
                .stream()
                .filter(
                        table ->
                                nordlyst.books()
                                                .figure(
                                                        "SELECT count(*) FROM %s t WHERE strpos(t::text, '%s') > 0"
                                                                .formatted(table, text))
                                        > 0)
                .toList();
    }
}
