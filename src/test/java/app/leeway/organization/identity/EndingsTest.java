package app.leeway.organization.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.organization.identity.SignInEnding.Whose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which tokens are worth nothing after what happened in the realm. */
class EndingsTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void p10_a_person_s_tokens_from_before_are_worthless_and_those_from_after_are_not() {
        Endings endings = after(new SignInEnding(Whose.PERSON, "kim", NOON));

        assertThat(endings.include(signIn("kim", "s1", -1))).isTrue();
        assertThat(endings.include(signIn("kim", "s2", 0))).isFalse();
        assertThat(endings.include(signIn("anna", "s3", -1))).isFalse();
    }

    @Test
    void p10_a_session_that_has_ended_is_over_whenever_its_token_was_issued() {
        Endings endings = after(new SignInEnding(Whose.SESSION, "s1", NOON));

        assertThat(endings.include(signIn("kim", "s1", 60))).isTrue();
        assertThat(endings.include(signIn("kim", "s2", -60))).isFalse();
        assertThat(endings.include(signIn("machine", null, -60))).isFalse();
    }

    @Test
    void p10_what_ends_everybody_s_ends_everybody_s() {
        Endings endings = after(new SignInEnding(Whose.EVERYBODY, "", NOON));

        assertThat(endings.include(signIn("kim", "s1", -1))).isTrue();
        assertThat(endings.include(signIn("machine", null, -1))).isTrue();
        assertThat(endings.include(signIn("kim", "s1", 1))).isFalse();
    }

    @Test
    void the_latest_counts_in_whatever_order_they_are_read_and_however_often() {
        SignInEnding first = new SignInEnding(Whose.PERSON, "kim", NOON);
        SignInEnding second = new SignInEnding(Whose.PERSON, "kim", NOON.plusSeconds(60));
        Endings endings = Endings.none().with(List.of(second, first), NOON);

        assertThat(endings.include(signIn("kim", "s1", 30))).isTrue();
        assertThat(endings.with(List.of(second, first), NOON)).isEqualTo(endings);
    }

    @Test
    void what_is_older_than_a_sign_in_can_be_is_forgotten() {
        Endings endings =
                after(new SignInEnding(Whose.PERSON, "kim", NOON))
                        .with(
                                List.of(new SignInEnding(Whose.SESSION, "s1", NOON)),
                                NOON.plus(Duration.ofHours(11)));

        assertThat(endings.people()).hasSize(1);
        endings = endings.with(List.of(), NOON.plus(Duration.ofHours(13)));
        assertThat(endings.people()).isEmpty();
        assertThat(endings.sessions()).isEmpty();
    }

    private static Endings after(SignInEnding ending) {
        return Endings.none().with(List.of(ending), NOON);
    }

    private static SignIn signIn(String sub, String session, long secondsAfterNoon) {
        return new SignIn(sub, session, NOON.plusSeconds(secondsAfterNoon));
    }
}
