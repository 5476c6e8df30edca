package app.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    private static final Map<Refusal, Integer> STATUS =
            Map.ofEntries(
                    Map.entry(Refusal.INVALID, 422),
                    Map.entry(Refusal.REFUSED, 422),
                    Map.entry(Refusal.NOT_FOUND, 404),
                    Map.entry(Refusal.NOT_ALLOWED, 403),
                    Map.entry(Refusal.OUTSIDE_YOUR_AREA, 403),
                    Map.entry(Refusal.NOT_A_PERSON_HERE, 403),
                    Map.entry(Refusal.STEP_UP_NEEDED, 403),
                    Map.entry(Refusal.WRONG_STATE, 409),
                    Map.entry(Refusal.KEY_REUSED, 422),
                    Map.entry(Refusal.IN_FLIGHT, 409),
                    Map.entry(Refusal.CHANGED_MEANWHILE, 412),
                    Map.entry(Refusal.TOO_MANY_STREAMS, 429),
                    Map.entry(Refusal.BUSY, 503));

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void P12_every_refusal_has_its_status_and_its_code(Refusal refusal) {
        Problem problem = Problems.of(new RefusedException(refusal, "said plainly"));

        assertThat(problem.status()).isEqualTo(STATUS.get(refusal));
        assertThat(problem.code()).isEqualTo(refusal.code());
        assertThat(problem.detail()).isEqualTo("said plainly");
    }

    @Test
    void P12_a_problem_carries_the_request_id_and_all_violations() {
        RefusedException refused = RefusedException.invalid("kind", "unknown-kind", "no such kind");

        assertThat(Problems.of(refused).json("r-1").toString())
                .isEqualTo(
                        "{\"type\":\"/problems/invalid\",\"title\":\"Invalid\","
                                + "\"status\":422,\"detail\":\"no such kind\",\"code\":\"invalid\","
                                + "\"requestId\":\"r-1\",\"violations\":[{\"field\":\"kind\","
                                + "\"code\":\"unknown-kind\",\"message\":\"no such kind\"}]}");
    }

    @Test
    void P12_what_failed_here_is_said_without_its_cause() {
        assertThat(Problems.of(500).json("r-2").getString("detail")).contains("request id");
        assertThat(Problems.of(500).code()).isEqualTo("failed");
    }
}
