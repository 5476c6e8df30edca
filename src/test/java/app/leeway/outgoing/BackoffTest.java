package app.leeway.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Backoff BACKOFF =
            new Backoff(Duration.ofSeconds(10), Duration.ofHours(1), 6);

    @Test
    void it_waits_longer_each_time_and_never_longer_than_the_most() {
        for (int seed = 0; seed < 100; seed++) {
            Random chance = new Random(seed);
            assertThat(BACKOFF.after(1, chance)).hasValueSatisfying(d -> between(d, 8, 12));
            assertThat(BACKOFF.after(2, chance)).hasValueSatisfying(d -> between(d, 32, 48));
            assertThat(BACKOFF.after(5, chance)).hasValueSatisfying(d -> between(d, 2048, 3072));
        }
        assertThat(
                        new Backoff(Duration.ofSeconds(10), Duration.ofHours(1), 100)
                                .after(90, new Random(1)))
                .hasValueSatisfying(d -> between(d, 2880, 4320));
    }

    @Test
    void it_gives_up() {
        assertThat(BACKOFF.after(6, new Random(1))).isEmpty();
        assertThat(BACKOFF.after(7, new Random(1))).isEmpty();
    }

    @Test
    void what_failed_together_does_not_come_back_together() {
        Random chance = new Random(7);

        assertThat(IntStream.range(0, 50).mapToObj(i -> BACKOFF.after(3, chance)).distinct())
                .hasSizeGreaterThan(40);
    }

    private static void between(Duration waited, long least, long most) {
        assertThat(waited).isBetween(Duration.ofSeconds(least), Duration.ofSeconds(most));
    }
}
