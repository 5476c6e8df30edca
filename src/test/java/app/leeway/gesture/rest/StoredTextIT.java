package app.leeway.gesture.rest;

import static app.leeway.support.GestureBuilder.a;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.Nordlyst;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTextIT {

    private final Nordlyst nordlyst = Nordlyst.running();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table gesture; --",
                "<script>alert('x')</script>",
                "=HYPERLINK(\"http://example.org\")",
                "مرحبا \u202Etxt.exe\u202C",
                "🎉👩‍👩‍👧 åäö ÅÄÖ",
                "line one\r\nline two\ttabbed",
                "{{7*7}} #{bean.secret} ${x} \\ \" %00",
            })
    void P14_every_free_text_comes_back_as_it_was_typed(String text) {
        ApiAnswer logged =
                nordlyst.as("anna")
                        .logs(
                                a("goodwill")
                                        .of("5.00")
                                        .to("C-1001")
                                        .with("occasion", text)
                                        .onVisit(text)
                                        .done());
        String id = logged.text("id");
        nordlyst.as("anna").withNewKey().post("/gestures/" + id + "/reversal", reason(text));

        ApiAnswer kept = nordlyst.as("anna").get("/gestures/" + id);

        assertThat(kept.text("occasion")).isEqualTo(text);
        assertThat(kept.text("visit")).isEqualTo(text);
        assertThat(kept.text("endReason")).isEqualTo(text);
    }

    private static String reason(String text) {
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .createObjectNode()
                .put("reason", text)
                .toString();
    }
}
