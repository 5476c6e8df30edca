package app.leeway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The demo company in a running Leeway, as tests of the API meet it. */
public final class Nordlyst {

    private static Nordlyst running;

    private final RunningLeeway leeway;
    private final Tokens tokens;
    private final OpenApiDocument document;

    private Nordlyst(RunningLeeway leeway) {
        this.leeway = leeway;
        this.tokens = new Tokens(leeway.issuer());
        this.document = OpenApiDocument.of(served(leeway.url()));
    }

    /** Started when first asked for, for all tests of the run. */
    public static synchronized Nordlyst running() {
        if (running == null) {
            running = new Nordlyst(RunningLeeway.shared());
        }
        return running;
    }

    private static String served(URI base) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/openapi?format=json")).build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading the document", e);
        }
    }

    /** One of the demo people, with a token of their own. */
    public ApiClient as(String user) {
        return ApiClient.of(leeway.url(), document, () -> tokens.of(user));
    }

    /** The same person, speaking to another server. */
    public ApiClient as(String user, URI server) {
        return ApiClient.of(server, document, () -> tokens.of(user));
    }

    /** Everybody is spoken to as on their first day, in the company's first language. */
    void forgetsWhatWasChosen() {
        books().write("UPDATE person SET language = NULL, hand = 'right', appearance = 'auto'");
        as("stina").put("/me", "{}"); // whatever is chosen makes the server forget what it knew
    }

    /** Somebody who brings no token. */
    public ApiClient asNobody() {
        return withToken(null);
    }

    /** Somebody with a token from elsewhere. */
    public ApiClient withToken(String token) {
        return ApiClient.of(leeway.url(), document, () -> token);
    }

    /** Of the client that has the role of machines. */
    public String tokenOfMachine() {
        return realm().tokenOfClient("leeway-machine", leeway.machineSecret());
    }

    public String tokenOf(String user) {
        return tokens.of(user);
    }

    /** The next token is a new one, for whoever the realm has made the old one worthless. */
    public void forgetsTokenOf(String user) {
        tokens.forget(user);
    }

    /** Of the pages' client. */
    public String secretOfPages() {
        return leeway.realm().clientSecret();
    }

    /** What the server says of its API. */
    public OpenApiDocument document() {
        return document;
    }

    public Database database() {
        return leeway.database();
    }

    /** The database as its owner sees it. */
    public Books books() {
        return new Books(leeway.database());
    }

    public RealmUnderTest realm() {
        return new RealmUnderTest(leeway.issuer(), leeway.keycloakAdminPassword());
    }
}
