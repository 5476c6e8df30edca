package app.leeway.organization.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Nordlyst;
import app.leeway.support.RealmUnderTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The realm for production, taken in by a real Keycloak. */
class ProductionRealmIT {

    private static RealmUnderTest realm;

    @BeforeAll
    static void itIsTakenIn() throws IOException {
        Path file =
                Path.of(System.getProperty("leeway.project"))
                        .resolve("realm-config")
                        .resolve("leeway-realm-production.json");
        String json =
                Files.readString(file)
                        .replace("\"realm\": \"leeway\"", "\"realm\": \"leeway-production\"")
                        .replace("\"sslRequired\": \"all\"", "\"sslRequired\": \"external\"")
                        .replace("${LEEWAY_ORIGIN}", "https://leeway.example")
                        .replace("${LEEWAY_OIDC_CLIENT_SECRET}", "secret-of-pages")
                        .replace("${LEEWAY_MACHINE_SECRET}", "secret-of-machines");
        assertThat(json).doesNotContain("${LEEWAY");
        realm = Nordlyst.running().realm().beside("leeway-production", json);
    }

    @AfterAll
    static void itGoes() {
        realm.goes();
    }

    @Test
    void it_has_nobody_but_the_service_accounts() {
        assertThat(names(realm.all("users?max=100"), "username"))
                .allMatch(name -> name.startsWith("service-account-"));
    }

    @Test
    void nobody_gets_a_token_for_a_user_name_and_a_password() {
        JsonNode clients = realm.all("clients");

        assertThat(names(clients, "clientId"))
                .contains("leeway", "leeway-machine")
                .doesNotContain("leeway-cli");
        clients.forEach(
                client -> {
                    if (client.path("clientId").asText().startsWith("leeway")) {
                        assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
                        assertThat(client.path("implicitFlowEnabled").asBoolean()).isFalse();
                        assertThat(client.path("publicClient").asBoolean()).isFalse();
                    }
                });
    }

    @Test
    void pages_come_back_to_the_origin_and_nowhere_else() {
        JsonNode pages = client("leeway");

        assertThat(texts(pages.path("redirectUris")))
                .containsExactly("https://leeway.example/oidcclient/redirect/keycloak");
        assertThat(pages.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(pages.at("/attributes/backchannel.logout.url").asText())
                .startsWith("https://leeway.example/");
    }

    @Test
    void a_machine_s_token_is_for_leeway_and_has_the_role_of_machines() throws IOException {
        JsonNode claims = claims(realm.tokenOfClient("leeway-machine", "secret-of-machines"));

        assertThat(texts(claims.path("groups"))).contains("system").doesNotContain("steward");
        assertThat(claims.path("aud").toString()).contains("\"leeway\"");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong())
                .isLessThanOrEqualTo(300);
    }

    @Test
    void the_pages_own_account_may_look_at_users_and_events_and_change_nothing() {
        String token = realm.tokenOfClient("leeway", "secret-of-pages");

        assertThat(realm.statusOf(token, "GET", "users?enabled=false", "")).isEqualTo(200);
        assertThat(realm.statusOf(token, "GET", "admin-events", "")).isEqualTo(200);
        assertThat(realm.statusOf(token, "GET", "events?type=LOGOUT", "")).isEqualTo(200);
        assertThat(realm.statusOf(token, "POST", "users", "{\"username\":\"x\"}")).isEqualTo(403);
        assertThat(realm.statusOf(token, "GET", "clients", "")).isEqualTo(403);
    }

    @Test
    void it_notes_what_the_application_asks_for() {
        JsonNode kept = realm.all("events/config");

        assertThat(kept.get("eventsEnabled").asBoolean()).isTrue();
        assertThat(kept.get("adminEventsEnabled").asBoolean()).isTrue();
        assertThat(texts(kept.get("enabledEventTypes")))
                .contains("LOGOUT", "DELETE_ACCOUNT", "REVOKE_GRANT");
    }

    @Test
    void it_can_ask_for_a_second_factor() {
        JsonNode steps = realm.all("authentication/flows/leeway%20browser/executions");

        assertThat(names(steps, "providerId"))
                .contains(
                        "conditional-level-of-authentication",
                        "auth-username-password-form",
                        "auth-otp-form");
    }

    private static JsonNode client(String id) {
        return StreamSupport.stream(realm.all("clients").spliterator(), false)
                .filter(client -> client.path("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode claims(String token) throws IOException {
        byte[] json = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return new ObjectMapper().readTree(json);
    }

    private static List<String> names(JsonNode list, String member) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(member).asText())
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }
}
