package app.leeway.http.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTest {

    private final HandMeter time = new HandMeter();

    @Test
    void so_many_at_once_and_then_one_after_the_other() {
        Allowance allowance = allowance("20/40s", 100);
        for (int i = 0; i < 20; i++) {
            assertThat(allowance.take("anna")).isEmpty();
        }

        assertThat(allowance.take("anna")).contains(Duration.ofSeconds(2));
        assertThat(allowance.take("kim")).as("somebody else").isEmpty();
        time.passes(Duration.ofMillis(1_999));
        assertThat(allowance.take("anna")).contains(Duration.ofSeconds(1));
        time.passes(Duration.ofMillis(1));
        assertThat(allowance.take("anna")).isEmpty();
        assertThat(allowance.take("anna")).contains(Duration.ofSeconds(2));
    }

    @Test
    void whoever_waits_as_long_as_they_are_told_is_answered() {
        Allowance allowance = allowance("3/10s,5/1h", 100);
        List<Duration> waits = new ArrayList<>();
        for (int asked = 0; asked < 7; asked++) {
            Optional<Duration> wait = allowance.take("anna");
            wait.ifPresent(
                    until -> {
                        waits.add(until);
                        time.passes(until);
                        assertThat(allowance.take("anna")).isEmpty();
                    });
        }

        assertThat(waits).startsWith(Duration.ofSeconds(4)); // three at once
        assertThat(waits.get(waits.size() - 1)).isGreaterThan(Duration.ofMinutes(1)); // five in all
    }

    @Test
    void looking_takes_nothing() {
        Allowance allowance = allowance("1/1m", 100);

        assertThat(allowance.look("anna")).isEmpty();
        assertThat(allowance.take("anna")).isEmpty();
        assertThat(allowance.look("anna")).contains(Duration.ofMinutes(1));
    }

    @Test
    void P15_nobody_fills_the_memory_with_ever_new_names() {
        Allowance allowance = allowance("2/1m", 1_000);

        IntStream.range(0, 100_000).forEach(i -> allowance.take("10.0.0." + i));

        assertThat(allowance.size()).isEqualTo(1_000);
    }

    @Test
    void P15_whoever_goes_on_asking_is_not_forgotten_for_those_who_came_once() {
        Allowance allowance = allowance("1/1h", 10);
        allowance.take("anna");

        for (int i = 0; i < 1_000; i++) {
            allowance.take("somebody " + i);
            assertThat(allowance.take("anna")).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20",
                "20/",
                "/40s",
                "0/40s",
                "-1/40s",
                "20/0s",
                "20/40",
                "20/40s,",
                "20/1d",
                "9999999999/1m",
                "many/1m"
            })
    void what_is_no_rate_is_refused_at_the_start(String text) {
        assertThatThrownBy(() -> Rate.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no rate");
    }

    @Test
    void an_address_of_version_6_counts_as_its_network() {
        assertThat(Address.counted("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(Address.counted("2001:db8:1:2::1"))
                .isEqualTo(Address.counted("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(Address.counted("2001:db8:1:3::1"));
        assertThat(Address.counted("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
    }

    private Allowance allowance(String rate, int most) {
        return new Allowance(Rate.parse(rate), time, most);
    }
}
