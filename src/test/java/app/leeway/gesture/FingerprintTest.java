package app.leeway.gesture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.shared.Money;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tells a replay from another request, for ever: the digests here never change. */
class FingerprintTest {

    private static final GestureRequest SHORT = shortRequest(null, null);
    private static final GestureRequest FULL =
            new GestureRequest(
                    "detour",
                    Money.of(10_050, "SEK"),
                    12,
                    3_400,
                    "C-1",
                    "B-7",
                    "gymmet",
                    "bus",
                    "Åsa \"hem\"",
                    List.of("b", "a"),
                    Money.of(5, "EUR"),
                    "m",
                    null,
                    Instant.parse("2026-12-01T12:00:00Z"),
                    false,
                    2,
                    "wrong",
                    "found");

    private static GestureRequest shortRequest(String incident, String lateReason) {
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

    private static Fingerprint stored(int version, String digest) {
        return new Fingerprint(version, HexFormat.of().parseHex(digest));
    }

    @Test
    void P2_requests_logged_under_version_1_are_recognized_for_ever() {
        assertThat(
                        stored(
                                        1,
                                        "40c0c10eabbc1dde0a982f48aca9838c1d59c31410c89a7255d51fae07fdbd73")
                                .matches(SHORT))
                .isTrue();
        assertThat(
                        stored(
                                        1,
                                        "3e790540b36654895949b4773647e904c24483ba627e13807c14b31ef89db527")
                                .matches(shortRequest("wrong", null)))
                .isTrue();
        assertThat(
                        stored(
                                        1,
                                        "057a6951eafca3ee97e5016034955478df637b945d4a3c8e8fe4d3767bcc4ed7")
                                .matches(FULL))
                .isTrue();
    }

    @Test
    void P2_requests_logged_under_version_2_are_recognized_for_ever() {
        assertThat(
                        stored(
                                        2,
                                        "3bba47797381f35b531190fcb8c153fabb58622150c722dd9f69da2317ec91df")
                                .matches(FULL))
                .isTrue();
        assertThat(
                        stored(
                                        2,
                                        "eaa65cbd36b89f55018b35647b710a93a3171c07d6c3fdd6612b953a281b406b")
                                .matches(SHORT))
                .isTrue();
    }

    @Test
    void P2_a_request_that_differs_in_any_field_is_another_request() throws Exception {
        RecordComponent[] fields = GestureRequest.class.getRecordComponents();
        for (int i = 0; i < fields.length; i++) {
            GestureRequest other = without(fields, i);
            for (int version = 1; version <= Fingerprint.CURRENT; version++) {
                assertThat(ofVersion(version, FULL).matches(other))
                        .as("version %d without %s", version, fields[i].getName())
                        .isEqualTo(other.equals(FULL));
            }
        }
    }

    @Test
    void a_digest_of_no_known_version_is_an_error_and_not_another_request() {
        assertThatThrownBy(() -> stored(3, "00").matches(SHORT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 3");
    }

    private static Fingerprint ofVersion(int version, GestureRequest request) {
        return version == Fingerprint.CURRENT
                ? Fingerprint.of(request)
                : stored(1, "057a6951eafca3ee97e5016034955478df637b945d4a3c8e8fe4d3767bcc4ed7");
    }

    private static GestureRequest without(RecordComponent[] fields, int missing) throws Exception {
        Object[] values = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            Object value = fields[i].getAccessor().invoke(FULL);
            boolean isFlag = fields[i].getType() == boolean.class;
            values[i] = i != missing ? value : isFlag ? (Object) !(boolean) value : null;
        }
        Class<?>[] types =
                Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return GestureRequest.class.getDeclaredConstructor(types).newInstance(values);
    }
}
