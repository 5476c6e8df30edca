package app.leeway.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OneTimeCodeTest {

    /** The vectors of RFC 6238, appendix B, in six digits. */
    @Test
    void the_codes_are_those_of_the_standard() {
        String secret = "12345678901234567890";
        assertThat(OneTimeCode.of(secret, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(OneTimeCode.of(secret, Instant.ofEpochSecond(1_111_111_109)))
                .isEqualTo("081804");
        assertThat(OneTimeCode.of(secret, Instant.ofEpochSecond(20_000_000_000L)))
                .isEqualTo("353130");
    }
}
