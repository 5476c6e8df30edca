package app.leeway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Somebody who speaks to the API over HTTP. Every answer, and every request that was taken, is held
 * against the OpenAPI document.
 */
public final class ApiClient {

    public static final String JSON = "application/json";

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    private final URI base;
    private final OpenApiDocument document;
    private final Supplier<String> token;
    private final List<String> headers;

    private ApiClient(
            URI base, OpenApiDocument document, Supplier<String> token, List<String> headers) {
        this.base = base;
        this.document = document;
        this.token = token;
        this.headers = headers;
    }

    /**
     * @param base of the server: {@code http://localhost:9080}
     * @param token asked for anew with every request; null in it: comes without
     */
    public static ApiClient of(URI base, OpenApiDocument document, Supplier<String> token) {
        return new ApiClient(base, document, token, List.of());
    }

    /** The same, sending a header more with every request. */
    public ApiClient with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(name, value));
        return new ApiClient(base, document, token, more);
    }

    /** The same, under an idempotency key. */
    public ApiClient withKey(Object key) {
        return with("Idempotency-Key", key.toString());
    }

    /** The same, under a key never used before. */
    public ApiClient withNewKey() {
        return withKey(UUID.randomUUID());
    }

    public ApiAnswer get(String path) {
        return send("GET", path, null, (String) null);
    }

    public ApiAnswer post(String path, Object json) {
        return send("POST", path, JSON, json.toString());
    }

    public ApiAnswer put(String path, Object json) {
        return send("PUT", path, JSON, json.toString());
    }

    /** Logs a gesture under a key never used before. */
    public ApiAnswer logs(GestureBuilder gesture) {
        return withNewKey().post("/gestures", gesture);
    }

    /** Asks what logging it would come to. */
    public ApiAnswer previews(GestureBuilder gesture) {
        return post("/gestures/preview", gesture);
    }

    /** Sends text in a media type. */
    public ApiAnswer send(String method, String path, String mediaType, String body) {
        BodyPublisher publisher =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        ApiAnswer answer = send(method, path, mediaType, publisher);
        if (answer.status() < 300) {
            String at = base.resolve("/api/v1" + path).getPath();
            refuse("request", document.wrongInRequest(method, at, mediaType, body), method, path);
        }
        return answer;
    }

    /** Sends whatever it is. */
    public ApiAnswer send(String method, String path, String mediaType, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                        .timeout(Duration.ofSeconds(60))
                        .method(method, body);
        String bearer = token.get();
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return checked(method, path, exchange(request.build()));
    }

    private ApiAnswer checked(String method, String path, HttpResponse<String> response) {
        List<String> wrong =
                document.wrongInAnswer(
                        method,
                        response.uri().getPath(),
                        response.statusCode(),
                        response.headers().firstValue("Content-Type").orElse(null),
                        response.body());
        refuse("answer " + response.statusCode() + " " + response.body(), wrong, method, path);
        return new ApiAnswer(response.statusCode(), response.headers(), response.body());
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + " broke", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    private static void refuse(String what, List<String> wrong, String method, String path) {
        if (!wrong.isEmpty()) {
            throw new AssertionError(
                    "%s %s: the document does not describe this %s: %s"
                            .formatted(method, path, what, wrong));
        }
    }
}
