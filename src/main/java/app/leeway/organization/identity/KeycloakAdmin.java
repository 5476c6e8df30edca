package app.leeway.organization.identity;

import app.leeway.shared.JsonParts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks the identity provider, as the client that people sign in through, who is out. The service
 * account of that client may look at the realm's users and events, and do nothing.
 */
@ApplicationScoped
class KeycloakAdmin {

    /** Somebody of the realm. */
    record User(String sub, String name) {}

    private record Token(String value, Instant until) {}

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 500;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    @Inject
    @ConfigProperty(name = "leeway.oidc.issuer")
    String issuer;

    @Inject
    @ConfigProperty(name = "leeway.oidc.client.id", defaultValue = "leeway")
    String client;

    @Inject
    @ConfigProperty(name = "leeway.oidc.client.secret")
    String secret;

    @Inject Clock clock;

    private Token token;

    /**
     * Everybody whom it has disabled.
     *
     * @throws IOException when it does not answer, or does not allow the question
     */
    List<User> disabled() throws IOException, InterruptedException {
        return all("users?enabled=false&briefRepresentation=true").stream()
                .map(user -> new User(user.getString("id"), user.getString("username")))
                .toList();
    }

    /**
     * What its administrators changed, took away or set off, the oldest first.
     *
     * @param since by the realm's clock
     * @throws IOException when it does not answer, or does not allow the question
     */
    List<JsonObject> adminEvents(Instant since) throws IOException, InterruptedException {
        return all(
                "admin-events?operationTypes=DELETE&operationTypes=UPDATE&operationTypes=ACTION"
                        + "&direction=asc&dateFrom="
                        + since.toEpochMilli());
    }

    /**
     * What people did themselves, the oldest first.
     *
     * @param types of events
     * @param since by the realm's clock
     * @throws IOException when it does not answer, or does not allow the question
     */
    List<JsonObject> userEvents(List<String> types, Instant since)
            throws IOException, InterruptedException {
        return all(
                "events?type="
                        + String.join("&type=", types)
                        + "&direction=asc&dateFrom="
                        + since.toEpochMilli());
    }

    /** Page by page, until one is not full. */
    private List<JsonObject> all(String what) throws IOException, InterruptedException {
        String token = token();
        List<JsonObject> found = new ArrayList<>();
        List<JsonObject> some;
        do {
            some = some(token, what + "&max=" + AT_ONCE + "&first=" + found.size());
            found.addAll(some);
        } while (some.size() == AT_ONCE);
        return found;
    }

    private List<JsonObject> some(String token, String what)
            throws IOException, InterruptedException {
        String realm = issuer.replace("/realms/", "/admin/realms/");
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(realm + "/" + what))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .build();
        try (JsonReader json = JsonParts.reader(answer(request))) {
            return json.readArray().getValuesAs(JsonObject.class);
        }
    }

    /** One lasts for many questions: each is an event that the realm keeps. */
    private synchronized String token() throws IOException, InterruptedException {
        if (token != null && clock.instant().isBefore(token.until())) {
            return token.value();
        }
        String form =
                "grant_type=client_credentials&client_id=%s&client_secret=%s"
                        .formatted(encoded(client), encoded(secret));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        try (JsonReader json = JsonParts.reader(answer(request))) {
            JsonObject granted = json.readObject();
            Duration lasts = Duration.ofSeconds(granted.getInt("expires_in")).dividedBy(2);
            token = new Token(granted.getString("access_token"), clock.instant().plus(lasts));
            return token.value();
        }
    }

    private synchronized String answer(HttpRequest request)
            throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            token = null; // its rights, or the realm, may be others by now
            throw new IOException(request.uri().getPath() + ": " + response.statusCode());
        }
        return response.body();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
