package app.leeway.spotcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {

    private static final Instant AT = Instant.parse("2026-11-25T10:00:00.123456Z");

    @Test
    void theSameGestureIsAlwaysPickedOrNever() {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            UUID gesture = new UUID(random.nextLong(), random.nextLong());
            assertThat(Sample.picks(gesture, AT, 20)).isEqualTo(Sample.picks(gesture, AT, 20));
            if (Sample.picks(gesture, AT, 20)) {
                assertThat(Sample.picks(gesture, AT, 30))
                        .as("more takes in what less did")
                        .isTrue();
            }
            assertThat(Sample.picks(gesture, AT, 0)).isFalse();
            assertThat(Sample.picks(gesture, AT, 100)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 50})
    void asManyArePickedAsWereWanted(int percent) {
        Random random = new Random(percent);
        int picked = 0;
        for (int i = 0; i < 40_000; i++) {
            UUID gesture = new UUID(random.nextLong(), random.nextLong());
            picked += Sample.picks(gesture, AT.plusMillis(i), percent) ? 1 : 0;
        }
        double expected = 400.0 * percent;
        assertThat((double) picked).isBetween(expected * 0.8 - 20, expected * 1.2 + 20);
    }

    @Test
    void nobodyCanMakeAnIdThatIsNeverPicked() {
        UUID gesture = UUID.fromString("0190a3f2-0000-7000-8000-0000000000aa");
        int picked = 0;
        for (int i = 0; i < 1000; i++) {
            picked += Sample.picks(gesture, AT.plusNanos(i * 1000L), 10) ? 1 : 0;
        }
        assertThat(picked).isBetween(50, 160);
    }
}
