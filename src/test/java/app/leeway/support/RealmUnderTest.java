package app.leeway.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * The realm of a test's Keycloak, with the means to change it.
 *
 * @param issuer {@code http://localhost:8180/realms/leeway}
 * @param adminPassword of Keycloak's own administrator
 */
public record RealmUnderTest(String issuer, String adminPassword) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Adds something to the realm by Keycloak's own interface for administrators. */
    void adds(String what, JsonNode representation) {
        ask("POST", what, representation.toString());
    }

    /** Somebody who has left. */
    public void disables(String user) {
        ask("PUT", "users/" + idOf(user), "{\"enabled\":false}");
    }

    public void enables(String user) {
        ask("PUT", "users/" + idOf(user), "{\"enabled\":true}");
    }

    /** Ends every session that they have, as an administrator does. */
    public void signsOut(String user) {
        ask("POST", "users/" + idOf(user) + "/logout", "");
    }

    /** What the realm has of a kind: {@code users}, {@code clients}. */
    public JsonNode all(String what) {
        return ask("GET", what, "");
    }

    private String idOf(String user) {
        return ask("GET", "users?exact=true&username=" + user, "").at("/0/id").asText();
    }

    private JsonNode ask(String method, String what, String json) {
        String server = issuer.substring(0, issuer.indexOf("/realms/"));
        String token =
                Tokens.granted(server + "/realms/master", "admin-cli", "admin", adminPassword);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server + "/admin/realms/leeway/" + what))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json))
                        .build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(what + ": " + response.body());
            }
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while changing the realm", e);
        }
    }
}
