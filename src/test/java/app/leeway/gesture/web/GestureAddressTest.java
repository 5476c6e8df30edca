package app.leeway.gesture.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.gesture.GestureFilter;
import app.leeway.gesture.GestureState;
import app.leeway.guardrail.Outcome;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GestureAddressTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Test
    void whatTheAddressSaysIsWhatIsLookedFor() {
        GestureFilter filter =
                address(Map.of("site", "krogen", "state", "awaiting-approval", "outcome", "ASK"))
                        .filter(STOCKHOLM);
        assertThat(filter.unit()).isEqualTo("krogen");
        assertThat(filter.state()).isEqualTo(GestureState.AWAITING_APPROVAL);
        assertThat(filter.outcome()).isEqualTo(Outcome.ASK);
        assertThat(filter.kind()).isNull();
    }

    @Test
    void theLastDayIsIncludedWhereTheDayIs23HoursLong() {
        GestureFilter filter =
                address(Map.of("from", "2026-03-29", "until", "2026-03-29")).filter(STOCKHOLM);
        assertThat(filter.from()).isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
        assertThat(filter.until()).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
    }

    @Test
    void whatMeansNothingIsLeftOut() {
        assertThat(
                        address(
                                        Map.of(
                                                "state", "gone", "outcome", "go", "from", "soon",
                                                "kind", " "))
                                .filter(STOCKHOLM))
                .isEqualTo(GestureFilter.ALL);
    }

    @Test
    void theQueryLeadsBackToTheSameList() {
        assertThat(address(Map.of("person", "a&b=c")).query()).isEqualTo("?person=a%26b%3Dc");
        assertThat(address(Map.of()).query()).isEmpty();
    }

    private static GestureAddress address(Map<String, String> parameters) {
        return GestureAddress.of(parameters::get);
    }
}
