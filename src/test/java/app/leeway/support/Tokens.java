package app.leeway.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Access tokens of the demo people, as the documented curl calls get them. */
public final class Tokens {

    /** Tokens live five minutes; they are renewed well before. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(3);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private record Token(String value, Instant until) {}

    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final String issuer;
    private final Map<String, Token> known = new ConcurrentHashMap<>();

    /**
     * @param issuer of the realm: {@code http://localhost:8180/realms/leeway}
     */
    public Tokens(String issuer) {
        this.issuer = issuer;
    }

    /** A token for a demo person, whose password is their name. */
    public String of(String user) {
        return known.compute(
                        user,
                        (name, token) ->
                                token != null && Instant.now().isBefore(token.until())
                                        ? token
                                        : new Token(patiently(name), Instant.now().plus(GOOD_FOR)))
                .value();
    }

    /**
     * Keycloak answers that name and password are wrong as long as it has not done with the same
     * person's last sign-in.
     */
    private String patiently(String user) {
        for (int attempt = 1; ; attempt++) {
            try {
                return granted(issuer, "leeway-cli", user, user);
            } catch (IllegalStateException e) {
                if (attempt == ATTEMPTS || !e.getMessage().contains("Invalid user credentials")) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** The next one is a new one. */
    void forget(String user) {
        known.remove(user);
    }

    /** A token by the direct grant of a client. */
    static String granted(String issuer, String client, String user, String password) {
        return grant(issuer, client, "", user, password).get("access_token").asText();
    }

    /**
     * All tokens by the direct grant of a client.
     *
     * @param secret empty for a public client
     */
    static JsonNode grant(
            String issuer, String client, String secret, String user, String password) {
        return answer(
                issuer,
                Map.of(
                        "grant_type", "password",
                        "client_id", client,
                        "client_secret", secret,
                        "username", user,
                        "password", password,
                        "scope", "openid"));
    }

    /** A token by the client's own credentials. */
    static String ofClient(String issuer, String client, String secret) {
        return granted(
                issuer,
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", client,
                        "client_secret", secret));
    }

    private static String granted(String issuer, Map<String, String> form) {
        return answer(issuer, form).get("access_token").asText();
    }

    private static JsonNode answer(String issuer, Map<String, String> form) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(form)))
                        .build();
        JsonNode answer = exchange(request);
        if (!answer.has("access_token")) {
            throw new IllegalStateException(
                    "no token for " + form.get("client_id") + ": " + answer);
        }
        return answer;
    }

    static JsonNode exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a token", e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(
                        e ->
                                e.getKey()
                                        + "="
                                        + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
