package app.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ForgedTokens;
import app.leeway.support.ForgedTokens.Claims;
import app.leeway.support.Nordlyst;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
