package app.leeway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Held against the standard's own library. */
class WebhookSignatureTest {

    private static final byte[] SECRET = "thirty-two-bytes-of-a-secret-key".getBytes();

    @Test
    void a_receiver_with_the_standards_own_library_takes_it() throws Exception {
        long now = java.time.Instant.now().getEpochSecond();
        String body = "{\"type\":\"gesture.logged\",\"å\":1}";

        assertThatCode(
                        () ->
                                new Webhook(WebhookSignature.said(SECRET))
                                        .verify(
                                                body,
                                                headers(
                                                        "msg_1",
                                                        now,
                                                        WebhookSignature.of(
                                                                SECRET, "msg_1", now, body))))
                .doesNotThrowAnyException();
        assertThatThrownBy(
                        () ->
                                new Webhook(WebhookSignature.said(SECRET))
                                        .verify(
                                                body + " ",
                                                headers(
                                                        "msg_1",
                                                        now,
                                                        WebhookSignature.of(
                                                                SECRET, "msg_1", now, body))))
                .isInstanceOf(Exception.class);
    }

    @Test
    void another_id_time_or_body_is_another_signature() {
        String one = WebhookSignature.of(SECRET, "msg_1", 1, "{}");

        assertThat(WebhookSignature.of(SECRET, "msg_1", 1, "{}")).isEqualTo(one).startsWith("v1,");
        assertThat(WebhookSignature.of(SECRET, "msg_2", 1, "{}")).isNotEqualTo(one);
        assertThat(WebhookSignature.of(SECRET, "msg_1", 2, "{}")).isNotEqualTo(one);
        assertThat(WebhookSignature.of(SECRET, "msg_1", 1, "{ }")).isNotEqualTo(one);
    }

    static HttpHeaders headers(String id, long seconds, String signature) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("webhook-id", List.of(id));
        headers.put("webhook-timestamp", List.of(String.valueOf(seconds)));
        headers.put("webhook-signature", List.of(signature));
        return HttpHeaders.of(headers, (name, value) -> true);
    }
}
