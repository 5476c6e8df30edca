package app.leeway.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormFieldsTest {

    private static Map<String, String[]> fields(String form) {
        return FormFields.of(
                Map.of(), form.getBytes(StandardCharsets.US_ASCII), StandardCharsets.UTF_8);
    }

    @Test
    void names_and_values_are_decoded_and_kept_in_order() {
        Map<String, String[]> fields = fields("b=1&a=l%C3%A4s+in&b=2&empty=&bare&&");

        assertThat(fields.keySet()).containsExactly("b", "a", "empty", "bare");
        assertThat(fields.get("b")).containsExactly("1", "2");
        assertThat(fields.get("a")).containsExactly("läs in");
        assertThat(fields.get("empty")).containsExactly("");
        assertThat(fields.get("bare")).containsExactly("");
    }

    @Test
    void what_stands_in_the_address_comes_first() {
        Map<String, String[]> fields =
                FormFields.of(
                        Map.of("to", new String[] {"tap"}),
                        "to=desk".getBytes(StandardCharsets.US_ASCII),
                        StandardCharsets.UTF_8);

        assertThat(fields.get("to")).containsExactly("tap", "desk");
    }

    @Test
    void nothing_is_no_field() {
        assertThat(fields("")).isEmpty();
    }

    @Test
    void P15_more_fields_than_any_page_has_are_refused() {
        assertThat(fields("a&".repeat(FormFields.COUNT_MAX))).hasSize(1);
        assertThatThrownBy(() -> fields("a&".repeat(FormFields.COUNT_MAX + 1)))
                .isInstanceOfSatisfying(
                        RefusedBodyException.class, e -> assertThat(e.status()).isEqualTo(413));
    }

    @Test
    void what_cannot_be_decoded_is_refused() {
        assertThatThrownBy(() -> fields("a=%zz"))
                .isInstanceOfSatisfying(
                        RefusedBodyException.class, e -> assertThat(e.status()).isEqualTo(400));
    }
}
