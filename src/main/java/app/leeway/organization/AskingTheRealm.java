package app.leeway.organization;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks the identity provider, as the client that people sign in through, whom it has disabled. The
 * service account of that client may look at the realm's users, and do nothing.
 */
@ApplicationScoped
class AskingTheRealm {

    /** Somebody of the realm. */
    record User(String sub, String name) {}

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

    /**
     * Everybody whom it has disabled.
     *
     * @throws IOException when it does not answer, or does not allow the question
     */
    List<User> disabled() throws IOException, InterruptedException {
        String token = token();
        List<User> users = new ArrayList<>();
        List<User> some;
        do {
            some = disabled(token, users.size());
            users.addAll(some);
        } while (some.size() == AT_ONCE);
        return users;
    }

    private List<User> disabled(String token, int first) throws IOException, InterruptedException {
        String users =
                issuer.replace("/realms/", "/admin/realms/")
                        + "/users?enabled=false&briefRepresentation=true&max="
                        + AT_ONCE
                        + "&first="
                        + first;
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(users))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .build();
        try (JsonReader json = JsonParts.reader(answer(request))) {
            return json.readArray().getValuesAs(JsonObject.class).stream()
                    .map(user -> new User(user.getString("id"), user.getString("username")))
                    .toList();
        }
    }

    private String token() throws IOException, InterruptedException {
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
            return json.readObject().getString("access_token");
        }
    }

    private String answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(request.uri().getPath() + ": " + response.statusCode());
        }
        return response.body();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
