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
    public void adds(String what, JsonNode representation) {
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

    /** Takes a role away from them. */
    public void takes(String role, String user) {
        ask("DELETE", mappingsOf(user), "[" + ask("GET", "roles/" + role, "") + "]");
    }

    public void gives(String role, String user) {
        ask("POST", mappingsOf(user), "[" + ask("GET", "roles/" + role, "") + "]");
    }

    private String mappingsOf(String user) {
        return "users/" + idOf(user) + "/role-mappings/realm";
    }

    public void deletes(String user) {
        ask("DELETE", "users/" + idOf(user), "");
    }

    /**
     * Somebody who was deleted, as the same person as before.
     *
     * @param user as it stands in the realm's file, with the id
     */
    public void bringsBack(JsonNode user) {
        ask("POST", "partialImport", "{\"ifResourceExists\":\"FAIL\",\"users\":[" + user + "]}");
    }

    /** As if they had never set one up; with it their sign-ins end. */
    public void forgetsSecondFactorOf(String user) {
        String credentials = "users/" + idOf(user) + "/credentials";
        for (JsonNode credential : ask("GET", credentials, "")) {
            if (credential.get("type").asText().equals("otp")) {
                ask("DELETE", credentials + "/" + credential.get("id").asText(), "");
            }
        }
    }

    /** Lets a client of the realm have tokens for a user name and a password, or no more. */
    public void grantsByPassword(String client, boolean allowed) {
        String id = ask("GET", "clients?clientId=" + client, "").at("/0/id").asText();
        ask("PUT", "clients/" + id, "{\"directAccessGrantsEnabled\":" + allowed + "}");
    }

    /** Everything that the realm answers to a user name and a password. */
    public JsonNode grant(String client, String secret, String user) {
        return Tokens.grant(issuer, client, secret, user, user);
    }

    /** What the realm has of a kind: {@code users}, {@code clients}. */
    public JsonNode all(String what) {
        return ask("GET", what, "");
    }

    /**
     * Another realm in the same Keycloak.
     *
     * @param json as it would be imported
     */
    public RealmUnderTest beside(String name, String json) {
        URI realms = URI.create(server() + "/admin/realms");
        HttpResponse<String> answer = send(admin(), "POST", realms, json);
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(name + " was not taken in: " + answer.body());
        }
        return new RealmUnderTest(server() + "/realms/" + name, adminPassword);
    }

    public void goes() {
        send(admin(), "DELETE", at(""), "");
    }

    /** By the client's own secret. */
    public String tokenOfClient(String client, String secret) {
        return Tokens.ofClient(issuer, client, secret);
    }

    /** What somebody with that token is answered by the interface for administrators. */
    public int statusOf(String token, String method, String what, String json) {
        return send(token, method, at(what), json).statusCode();
    }

    private String idOf(String user) {
        return ask("GET", "users?exact=true&username=" + user, "").at("/0/id").asText();
    }

    private JsonNode ask(String method, String what, String json) {
        HttpResponse<String> response = send(admin(), method, at(what), json);
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(what + ": " + response.body());
        }
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(what + ": " + response.body(), e);
        }
    }

    private String server() {
        return issuer.substring(0, issuer.indexOf("/realms/"));
    }

    private URI at(String what) {
        String realm = issuer.replace("/realms/", "/admin/realms/");
        return URI.create(what.isEmpty() ? realm : realm + "/" + what);
    }

    private String admin() {
        return Tokens.granted(server() + "/realms/master", "admin-cli", "admin", adminPassword);
    }

    private static HttpResponse<String> send(String token, String method, URI uri, String json) {
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json))
                        .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(uri + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while changing the realm", e);
        }
    }
}
