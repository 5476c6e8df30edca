package app.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.leeway.shared.RefusedException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\":1",
                "{\"a\":}",
                "{\"a\":1}}",
                "{\"a\":1} {}",
                "[1]",
                "\"a\"",
                "null",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":1,}",
                "{a:1}",
                "\uFEFF{}",
                "{\"a\":\"\t\"}",
                "{\"a\":tru}",
                "// c\n{}"
            })
    void what_is_not_one_json_object_is_malformed(String body) {
        assertThat(problemOf(body.getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo("malformed-json");
    }

    @Test
    void only_utf_8_is_read() {
        assertThat(problemOf("{\"a\":\"å\"}".getBytes(StandardCharsets.ISO_8859_1)).code())
                .isEqualTo("malformed-json");
        assertThat(problemOf("{\"a\":\"å\"}".getBytes(StandardCharsets.UTF_16)).code())
                .isEqualTo("malformed-json");
    }

    @Test
    void nothing_may_be_nested_without_end() {
        byte[] deep = ("{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}").getBytes();

        assertThat(problemOf(deep).detail()).contains("nested deeper");
    }

    @Test
    void a_name_that_stands_there_twice_is_a_violation_with_its_place() {
        Form form = StrictJson.form("{\"a\":[{\"b\":1,\"b\":2}],\"c\":3,\"c\":4}".getBytes());
        form.optional("a");
        form.optional("c");

        assertThat(catchThrowableOfType(RefusedException.class, form::complete).violations())
                .extracting(v -> v.field() + " " + v.code())
                .containsExactly("a[0].b duplicate-field", "c duplicate-field");
    }

    private static Problem problemOf(byte[] body) {
        return catchThrowableOfType(UnfitRequestException.class, () -> StrictJson.form(body))
                .problem();
    }
}
