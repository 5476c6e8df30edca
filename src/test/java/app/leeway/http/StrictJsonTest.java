package app.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.leeway.shared.RefusedException;
import app.leeway.shared.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        Form form = form("{\"a\":[{\"b\":1,\"b\":2}],\"c\":3,\"c\":4}");
        form.optional("a");
        form.optional("c");

        assertThat(catchThrowableOfType(RefusedException.class, form::complete).violations())
                .extracting(v -> v.field() + " " + v.code())
                .containsExactly("a[0].b duplicate-field", "c duplicate-field");
    }

    @Test
    void P15_a_form_of_more_values_than_any_is_refused_while_it_comes() {
        Endless body = new Endless("{\"a\":[", "1,");

        assertThat(problemOf(body).status()).isEqualTo(413);
        assertThat(body.served()).isLessThan(10 * StrictJson.VALUES_MAX);
        assertThat(form(filled("{\"a\":[", "1,", StrictJson.VALUES_MAX - 2, "1]}"))).isNotNull();
    }

    @Test
    void P15_many_fields_are_many_values_too() {
        assertThat(problemOf(new Endless("{\"a\":[", "{\"b\":{}},")).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":\"", "{\"a\":\"\\\"", "{\"", "{\"a\":1", "{\"a\":0.", "{\"a\":1e"})
    void P15_no_text_name_or_number_goes_on_without_end(String begin) {
        Endless body = new Endless(begin, "1");

        assertThat(problemOf(body).code()).isEqualTo("malformed-json");
        assertThat(body.served()).isLessThan(3 * BoundedText.TEXT_MAX);
    }

    @Test
    void P15_names_numbers_and_texts_may_be_as_long_as_their_bounds() {
        assertThat(form("{\"" + "n".repeat(StrictJson.NAME_MAX) + "\":1}")).isNotNull();
        assertThat(problemOf(bytes("{\"" + "n".repeat(StrictJson.NAME_MAX + 1) + "\":1}")).detail())
                .contains("name");
        assertThat(form("{\"a\":" + "1".repeat(BoundedText.DIGITS_MAX) + "}")).isNotNull();
        assertThat(
                        problemOf(bytes("{\"a\":" + "1".repeat(BoundedText.DIGITS_MAX + 1) + "}"))
                                .detail())
                .contains("digits");
        assertThat(form("{\"a\":\"" + "t".repeat(BoundedText.TEXT_MAX) + "\"}")).isNotNull();
        assertThat(
                        problemOf(bytes("{\"a\":\"" + "t".repeat(BoundedText.TEXT_MAX + 1) + "\"}"))
                                .detail())
                .contains("text");
    }

    @Test
    void P15_what_stands_within_a_text_is_no_number_and_begins_no_other() {
        Form form = form("{\"a\":\"\\\\\",\"b\":\"\\\"" + "1".repeat(500) + "\"}");

        assertThat(form.optional("a").text(9)).isEqualTo("\\");
        assertThat(form.optional("b").text(900)).hasSize(501);
    }

    @Test
    void P15_a_number_of_more_than_1100_digits_is_malformed() {
        assertThat(problemOf(bytes("{\"a\":" + "9".repeat(1101) + "}")).status()).isEqualTo(400);
    }

    @Test
    void P15_a_list_is_refused_at_the_first_item_too_many() {
        Endless body = new Endless("[", "{},");
        List<Form> taken = new ArrayList<>();

        RefusedException refused =
                catchThrowableOfType(
                        RefusedException.class, () -> StrictJson.each(body, 100, taken::add));

        assertThat(refused.violations()).extracting(Violation::code).containsExactly("too-long");
        assertThat(taken).hasSize(100);
        assertThat(body.served()).isLessThan(100_000);
    }

    @Test
    void P15_a_form_among_many_holds_little() {
        BadRequestException refused =
                catchThrowableOfType(
                        BadRequestException.class,
                        () -> StrictJson.each(new Endless("[{\"a\":[", "1,"), 9, form -> {}));

        assertThat(refused.problem().status()).isEqualTo(413);
    }

    @Test
    void P15_a_long_list_is_taken_item_by_item_and_ends_where_it_may() {
        List<Integer> taken = new ArrayList<>();
        Form form =
                Form.read(
                        stream("{\"x\":1,\"l\":[1,null,3],\"y\":2}"),
                        "l",
                        3,
                        3,
                        item -> taken.add(item.whole(0, 9)));

        assertThat(taken).containsExactly(1, 3);
        assertThat(form.optional("x").whole(0, 9)).isEqualTo(1);
        assertThat(form.required("l").list(0, any -> any)).isEmpty();
        assertThat(form.optional("y").whole(0, 9)).isEqualTo(2);
        assertThat(catchThrowableOfType(RefusedException.class, form::complete).violations())
                .extracting(v -> v.field() + " " + v.code())
                .containsExactly("l[1] missing");
    }

    @Test
    void P15_a_long_list_of_too_many_items_or_values_is_refused_while_it_comes() {
        Endless items = new Endless("{\"l\":[", "1,");
        assertThat(catchThrowableOfType(RefusedException.class, () -> longList(items, 1000, 5000)))
                .hasMessageContaining("more than 1000 items");
        assertThat(items.served()).isLessThan(100_000);

        Endless values = new Endless("{\"l\":[", "[1,2,3],");
        assertThat(
                        catchThrowableOfType(
                                        BadRequestException.class,
                                        () -> longList(values, 10_000, 2000))
                                .problem()
                                .status())
                .isEqualTo(413);
        assertThat(values.served()).isLessThan(100_000);

        Endless wide = new Endless("{\"l\":[[", "1,");
        assertThat(
                        catchThrowableOfType(
                                        BadRequestException.class,
                                        () -> longList(wide, 10_000, 1_000_000))
                                .problem()
                                .status())
                .isEqualTo(413);
        assertThat(wide.served()).isLessThan(100_000);
    }

    @Test
    void P15_an_answer_names_the_first_hundred_things_that_are_wrong() {
        Form form = form(filled("{", "", 0, "\"z\":1") + many(",\"n%d\":1", 500) + "}");

        assertThat(catchThrowableOfType(RefusedException.class, form::complete).violations())
                .hasSize(100);
    }

    @Test
    void a_body_that_breaks_off_is_no_fault_of_ours() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("reset");
                    }
                };

        assertThat(problemOf(broken).status()).isEqualTo(400);
    }

    private static void longList(InputStream body, int items, int values) {
        Form.read(body, "l", items, values, item -> {});
    }

    private static String filled(String begin, String item, int times, String end) {
        return begin + item.repeat(times) + end;
    }

    private static String many(String item, int times) {
        return IntStream.range(0, times).mapToObj(item::formatted).collect(Collectors.joining());
    }

    private static Form form(String json) {
        return StrictJson.form(stream(json));
    }

    private static InputStream stream(String json) {
        return new ByteArrayInputStream(bytes(json));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static Problem problemOf(InputStream body) {
        return catchThrowableOfType(BadRequestException.class, () -> StrictJson.form(body))
                .problem();
    }

    private static Problem problemOf(byte[] body) {
        return catchThrowableOfType(
                        BadRequestException.class,
                        () -> StrictJson.form(new ByteArrayInputStream(body)))
                .problem();
    }
}
