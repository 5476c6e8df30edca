package app.leeway.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GestureStateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REFUSED           |",
                "AWAITING_APPROVAL | HELD SETTLED RELEASED EXPIRED",
                "HELD              | SETTLED RELEASED EXPIRED AWAITING_APPROVAL",
                "SETTLED           | REVERSED",
                "RELEASED          |",
                "EXPIRED           |",
                "REVERSED          |"
            })
    void aGestureGoesForwardOnly(GestureState state, String next) {
        List<String> allowed = next == null ? List.of() : Arrays.asList(next.split(" "));
        for (GestureState other : GestureState.values()) {
            assertThat(state.canBecome(other))
                    .as(state + " to " + other)
                    .isEqualTo(allowed.contains(other.name()));
        }
    }
}
