package app.leeway.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tells a replay from another request, for ever. */
class GestureRequestTest {

    private static GestureRequest request(String incident, String lateReason) {
        return new GestureRequest(
                "locker-coin",
                null,
                null,
                null,
                "C-1001",
                "B-7",
                "gymmet",
                null,
                "Lost her coin",
                List.of(),
                null,
                null,
                Instant.parse("2026-11-22T12:00:00Z"),
                null,
                true,
                null,
                incident,
                lateReason);
    }

    /** As it was computed before a reason could be given: stored with every older gesture. */
    @Test
    void P2_a_request_without_a_reason_has_the_fingerprint_that_it_always_had() {
        String before =
                "GestureRequest[kind=locker-coin, cost=null, minutes=null, distanceMetres=null,"
                        + " customer=C-1001, visit=B-7, site=gymmet, touchpoint=null,"
                        + " occasion=Lost her coin, bends=[], damage=null, moment=null,"
                        + " occurredAt=2026-11-22T12:00:00Z, plannedFor=null, done=true";

        assertThat(hex(request(null, null).fingerprint()))
                .isEqualTo(hex(Fingerprint.of(before + "]")));
        assertThat(hex(request("wrong", null).fingerprint()))
                .isEqualTo(hex(Fingerprint.of(before + ", customerWaiting=null, incident=wrong]")));
    }

    @Test
    void P2_another_reason_is_another_request() {
        assertThat(hex(request(null, "Found late").fingerprint()))
                .isNotEqualTo(hex(request(null, null).fingerprint()))
                .isNotEqualTo(hex(request(null, "Found later").fingerprint()));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
