package app.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
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
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("Content-Length");
    }

    private long now;

    /** A body that comes byte by byte, one in every so many seconds. */
    private InputStream dripping(int seconds) {
        InputStream slow =
                new InputStream() {
                    @Override
                    public int read() {
                        now += seconds * 1_000_000_000L;
                        return 'a';
                    }

                    @Override
                    public int read(byte[] to, int offset, int length) {
                        to[offset] = (byte) read();
                        return 1;
                    }
                };
        return new BodyLimit.Limited(slow, 1_000_000, false, () -> now);
    }

    @Test
    void P15_a_body_that_drips_is_not_waited_for_without_end() {
        assertThatThrownBy(() -> dripping(1).readAllBytes())
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("fast enough");
        assertThat(now).isBetween(20_000_000_000L, 22_000_000_000L);
    }

    @Test
    void what_somebody_else_takes_their_time_for_is_not_the_sender_s_fault() throws IOException {
        InputStream body = dripping(0);
        for (int i = 0; i < 100; i++) {
            assertThat(body.read()).isEqualTo('a');
            now += 10_000_000_000L;
        }
    }

    @Test
    void P15_a_body_that_stops_coming_is_not_waited_for() {
        InputStream silent =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new SocketTimeoutException();
                    }
                };

        assertThatThrownBy(() -> new BodyLimit.Limited(silent, 10, false, () -> now).readAllBytes())
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("fast enough");
    }
}
