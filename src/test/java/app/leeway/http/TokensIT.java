package app.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ForgedTokens;
import app.leeway.support.ForgedTokens.Claims;
import app.leeway.support.Nordlyst;
import app.leeway.support.RealmUnderTest;
import app.leeway.support.RunningLeeway;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Only what the realm signed, for us, and not too long ago, opens the API.
 *
 * <p>The realm is given a second key whose private half the test has. A token made with it is taken
 * like any other; each forgery then differs from that one in a single thing, and so fails for that
 * thing alone.
 */
class TokensIT {

    private static final String STRANGER =
            """
            {"clientId": "%s", "publicClient": true, "directAccessGrantsEnabled": true,
             "protocolMappers": [%s]}
            """;

    private static final String MEANT_FOR_LEEWAY =
            """
            {"name": "meant for leeway", "protocol": "openid-connect",
             "protocolMapper": "oidc-audience-mapper",
             "config": {"included.custom.audience": "leeway", "access.token.claim": "true"}}
            """;

    private static ForgedTokens forge;
    private static Claims good;
    private final Nordlyst nordlyst = Nordlyst.running();

    @BeforeAll
    static void a_key_that_the_realm_trusts() {
        Nordlyst nordlyst = Nordlyst.running();
        forge = ForgedTokens.withKeyIn(nordlyst.realm());
        good = Claims.of(nordlyst.tokenOf("anna"));
    }

    @Test
    void a_token_signed_by_the_realm_is_taken() {
        assertThat(me(forge.signed(good)).status()).isEqualTo(200);
    }

    static Stream<Arguments> forgeries() {
        Claims expired = good.until(Instant.now().minus(Duration.ofMinutes(5)));
        return Stream.of(
                Arguments.of("expired", forge.signed(expired)),
                Arguments.of("not signed", forge.unsigned(good)),
                Arguments.of("signed with HS256 and the public key", forge.signedByHmac(good)),
                Arguments.of("signed with a key of its own", forge.signedByStranger(good)),
                Arguments.of("for another audience", forge.signed(good.with("aud", "other"))),
                Arguments.of("for nobody", forge.signed(good.without("aud"))),
                Arguments.of(
                        "of another issuer",
                        forge.signed(good.with("iss", "https://example.org/realms/leeway"))),
                Arguments.of("changed after signing", forge.changed(forge.signed(good))),
                Arguments.of("an identity token", forge.signed(good.with("typ", "ID"))),
                Arguments.of("a refresh token", forge.signed(good.with("typ", "Refresh"))),
                Arguments.of("a logout token", forge.signed(good.with("typ", "Logout"))),
                Arguments.of("of no type", forge.signed(good.without("typ"))),
                Arguments.of("of a client nobody knows", forge.signed(good.with("azp", "other"))),
                Arguments.of("of no client", forge.signed(good.without("azp"))),
                Arguments.of("not a token", "nonsense"),
                Arguments.of("empty", " "));
    }

    @ParameterizedTest(name = "a token that is {0}")
    @MethodSource("forgeries")
    void a_token_that_is_not_as_it_should_be_opens_nothing(String what, String token) {
        Map<String, String> before = nordlyst.books().digests();

        ApiAnswer answer = me(token);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("not-signed-in");
        assertThat(answer.text("requestId")).isNotBlank();
        assertThat(nordlyst.books().digests()).isEqualTo(before);
    }

    @Test
    void of_what_the_realm_gives_at_a_sign_in_only_the_access_token_opens_the_interface() {
        RealmUnderTest realm = nordlyst.realm();
        realm.grantsByPassword("leeway", true);
        JsonNode tokens;
        try {
            tokens = realm.grant("leeway", nordlyst.secretOfPages(), "anna");
        } finally {
            realm.grantsByPassword("leeway", false);
        }
        String identity = tokens.get("id_token").asText();
        assertThat(Claims.of(identity).json().get("aud").asText()).isEqualTo("leeway");

        assertThat(me(tokens.get("access_token").asText()).status()).isEqualTo(200);
        assertThat(me(identity).status()).isEqualTo(401);
        assertThat(me(identity).headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(said -> assertThat(said).contains("invalid_token"));
        assertThat(me(identity).headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.matches("LeewaySignIn=[^;\"].*"));
        assertThat(me(tokens.get("refresh_token").asText()).status()).isEqualTo(401);
        assertThat(nordlyst.withToken(identity).get("/events").status()).isEqualTo(401);
    }

    @Test
    void an_access_token_of_another_client_opens_nothing_whether_it_is_meant_for_us_or_not()
            throws IOException {
        RealmUnderTest realm = nordlyst.realm();
        for (String mappers : List.of("", MEANT_FOR_LEEWAY)) {
            String client = "stranger-" + UUID.randomUUID();
            realm.adds("clients", new ObjectMapper().readTree(STRANGER.formatted(client, mappers)));
            String token = realm.grant(client, "", "anna").get("access_token").asText();
            assertThat(me(token).status()).as(mappers).isEqualTo(401);
        }
    }

    @Test
    void a_bearer_token_opens_no_page_however_the_address_is_written() throws Exception {
        for (String page : List.of("/index.xhtml", "/index.xhtml;/api/", "/index.xhtml?/api/")) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(RunningLeeway.shared().url() + page))
                            .header("Authorization", "Bearer " + nordlyst.tokenOf("anna"))
                            .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(page).isIn(302, 401);
            assertThat(answer.body()).as(page).doesNotContain("Anna");
        }
    }

    @Test
    void without_any_token_nothing_opens_and_nobody_is_sent_elsewhere() {
        ApiAnswer answer = nordlyst.asNobody().get("/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("not-signed-in");
    }

    @Test
    void somebody_whom_the_company_does_not_know_is_told_so() {
        Claims stranger =
                good.with("sub", "99999999-0000-4000-8000-000000000000")
                        .with("preferred_username", "stranger");

        ApiAnswer answer = me(forge.signed(stranger));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("not-a-person-here");
    }

    @Test
    void a_user_name_that_was_bound_to_somebody_opens_nothing_for_another() {
        nordlyst.as("anna").get("/me");

        ApiAnswer answer =
                me(forge.signed(good.with("sub", "99999999-0000-4000-8000-000000000001")));

        assertThat(answer.code()).isEqualTo("not-a-person-here");
    }

    private ApiAnswer me(String token) {
        return nordlyst.withToken(token).get("/me");
    }
}
