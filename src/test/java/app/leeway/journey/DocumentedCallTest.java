package app.leeway.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentedCallTest {

    private static final String ANSWERED =
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nLocation: /gestures/7\r\n\r\n"
                    + "{\"state\":\"settled\",\"review\":null,\"cost\":{\"amount\":\"5.00\"},"
                    + "\"left\":[{\"budget\":\"a\"},{\"budget\":\"b\"}],\"short\":[]}";

    @Test
    void a_call_and_the_answer_behind_it_belong_together() {
        String page =
                "# Words\n\n```sh\ncurl one\n```\n\n```http\nHTTP/1.1 200\n```\n\n```sh\ntwo\n```\n";

        List<DocumentedCall> calls = DocumentedCall.in(page);

        assertThat(calls).extracting(DocumentedCall::script).containsExactly("curl one\n", "two\n");
        assertThat(calls).extracting(DocumentedCall::line).containsExactly(4, 12);
        assertThat(calls.get(0).answer().head()).containsExactly("HTTP/1.1 200");
        assertThat(calls.get(1).answer()).isNull();
    }

    @Test
    void an_answer_to_nothing_is_refused() {
        assertThatThrownBy(() -> DocumentedCall.in("```http\nHTTP/1.1 200\n```\n"))
                .hasMessageContaining("without a call");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "HTTP/1.1 201                        | {}",
                "HTTP/1.1 201~Location: /gestures/…  | {\"state\":\"settled\",\"review\":null}",
                "HTTP/1.1 201                        | {\"cost\":{\"amount\":\"5.00\"}}",
                "HTTP/1.1 201                        | {\"state\":\"…\",\"short\":[]}",
                "HTTP/1.1 201                        | {\"left\":[{\"budget\":\"b\"}]}",
                "HTTP/1.1 201                        | {\"left\":[{\"budget\":\"a\"},{\"budget\":\"b\"}]}",
            })
    void what_is_shown_and_so_is_true(String head, String body) {
        assertThat(differences(head, body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "HTTP/1.1 200                        | {}",
                "HTTP/1.1 201~Idempotency-Replayed: …| {}",
                "HTTP/1.1 201                        | {\"state\":\"held\"}",
                "HTTP/1.1 201                        | {\"missing\":\"…\"}",
                "HTTP/1.1 201                        | {\"review\":\"…\"}",
                "HTTP/1.1 201                        | {\"cost\":{\"amount\":\"5.01\"}}",
                "HTTP/1.1 201                        | {\"left\":[]}",
                "HTTP/1.1 201                        | {\"left\":[{\"budget\":\"b\"},{\"budget\":\"a\"}]}",
            })
    void what_is_shown_and_not_so_is_told(String head, String body) {
        assertThat(differences(head, body)).hasSize(1);
    }

    @Test
    void of_a_text_each_line_that_is_shown_is_there() {
        DocumentedAnswer answered = DocumentedAnswer.of("HTTP/1.1 200\n\na: 1\nb: 2\n");

        assertThat(DocumentedAnswer.of("HTTP/1.1 200\n\nb: …\n").differences(answered)).isEmpty();
        assertThat(DocumentedAnswer.of("HTTP/1.1 200\n\nc: …\n").differences(answered)).hasSize(1);
    }

    private static List<String> differences(String head, String body) {
        return DocumentedAnswer.of(head.replace('~', '\n') + "\n\n" + body)
                .differences(DocumentedAnswer.of(ANSWERED));
    }
}
