package app.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyLimitTest {

    @Test
    void a_length_that_is_said_twice_alike_is_said_once() {
        assertThat(BodyLimit.declared("4272864,4272864")).isEqualTo(4_272_864);
        assertThat(BodyLimit.declared(" 17 ")).isEqualTo(17);
    }

    @Test
    void none_is_nothing() {
        assertThat(BodyLimit.declared(null)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"17,18", "-1", "1e3", "", "12345678901234567890"})
    void a_length_that_is_none_is_the_caller_s_mistake(String length) {
        assertThatThrownBy(() -> BodyLimit.declared(length))
                .isInstanceOf(UnfitRequestException.class)
                .hasMessageContaining("Content-Length");
    }
}
