package app.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Nordlyst;
import app.leeway.support.RunningLeeway;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bodies as large as they may be, made to become much larger in memory; eight of them at once. */
class LargeBodiesIT {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int AT_ONCE = 8;
    private static final int MIB = 1024 * 1024;

    private final Nordlyst nordlyst = Nordlyst.running();
    private final URI base = RunningLeeway.shared().url();

    @Test
    void P15_thirty_one_megabytes_of_ones_do_not_end_the_server() {
        assertThat(statuses("/payoff/estimate", token("lena"), 31, "[", "1,", "1]"))
                .contains(400)
                .isSubsetOf(400, 503);
    }

    @Test
    void P15_episodes_without_end_do_not_end_the_server() {
        assertThat(
                        statuses(
                                "/payoff/estimate",
                                token("lena"),
                                31,
                                "{\"episodes\":[",
                                "{\"outcome\":1},",
                                "{}]}"))
                .contains(422)
                .isSubsetOf(422, 503);
    }

    @Test
    void P15_episodes_as_wide_as_they_may_be_do_not_end_the_server() {
        String facts =
                IntStream.range(0, 24)
                        .mapToObj(i -> "\"f" + i + "\":\"<n>" + i + "\"")
                        .reduce((a, b) -> a + "," + b)
                        .orElseThrow();
        String episode =
                "{\"kind\":\"k<n>\",\"site\":\"s<n>\",\"outcome\":<n>,\"facts\":{" + facts + "}},";

        assertThat(
                        statuses(
                                "/payoff/estimate",
                                token("lena"),
                                31,
                                "{\"episodes\":[",
                                episode,
                                "{\"outcome\":1}]}"))
                .contains(422)
                .isSubsetOf(422, 503);
    }

    @Test
    void P15_sixteen_megabytes_of_empty_outcomes_do_not_end_the_server() {
        assertThat(statuses("/outcomes", nordlyst.tokenOfMachine(), 15, "[", "{},", "{}]"))
                .containsOnly(422);
    }

    @Test
    void P15_ten_thousand_outcomes_wrong_in_all_they_say_do_not_end_the_server() {
        String wrong =
                IntStream.range(0, 150)
                        .mapToObj(i -> "\"f" + i + "\":1")
                        .reduce((a, b) -> a + "," + b)
                        .orElseThrow();

        assertThat(
                        statuses(
                                "/outcomes",
                                nordlyst.tokenOfMachine(),
                                10,
                                "[",
                                "{" + wrong + "},",
                                "{}]"))
                .containsOnly(200);
    }

    @Test
    void P15_a_body_of_which_nothing_is_read_says_who_may_not_come() {
        assertThat(statuses("/outcomes", token("anna"), 15, "[", "{},", "{}]")).containsOnly(403);
    }

    /** Of as many requests at once, the server being there afterwards. */
    private List<Integer> statuses(
            String path, String token, int megabytes, String begin, String again, String end) {
        List<CompletableFuture<HttpResponse<String>>> sent =
                IntStream.range(0, AT_ONCE)
                        .mapToObj(
                                i ->
                                        HTTP.sendAsync(
                                                request(path, token)
                                                        .POST(
                                                                BodyPublishers.ofInputStream(
                                                                        () ->
                                                                                body(
                                                                                        megabytes,
                                                                                        begin,
                                                                                        again,
                                                                                        end)))
                                                        .build(),
                                                BodyHandlers.ofString()))
                        .toList();
        List<Integer> statuses =
                sent.stream().map(answer -> answer.join().statusCode()).distinct().toList();
        assertThat(nordlyst.as("lena").get("/me").status()).isEqualTo(200);
        return statuses;
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private String token(String user) {
        return nordlyst.tokenOf(user);
    }

    private static InputStream body(int megabytes, String begin, String again, String end) {
        return new Generated(begin, again, end, (long) megabytes * MIB);
    }
}
