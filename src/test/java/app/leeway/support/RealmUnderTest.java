package app.leeway.support;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** Adds something to the realm by Keycloak's own interface for administrators. */
    void adds(String what, JsonNode representation) {
        String server = issuer.substring(0, issuer.indexOf("/realms/"));
        String token =
                Tokens.granted(server + "/realms/master", "admin-cli", "admin", adminPassword);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server + "/admin/realms/leeway/" + what))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(representation.toString()))
                        .build();
        try {
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (response.statusCode() != 201) {
                throw new IllegalStateException(what + ": " + response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while changing the realm", e);
        }
    }
}
