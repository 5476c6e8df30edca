package app.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.leeway.shared.Money;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Violation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @Test
    void what_is_right_is_read_as_it_stands() {
        Form form =
                form(
                        """
                        {"kind": "detour", "done": true, "minutes": 6, "distanceKm": "3.250",
                         "at": "2026-11-22T18:30:00+01:00", "bends": ["stops-only"],
                         "cost": {"amount": "84.00", "currency": "SEK"}, "occasion": " \\u0009 <b>å</b> 🎉 "}
                        """);

        assertThat(form.required("kind").code()).isEqualTo("detour");
        assertThat(form.required("done").truth()).isTrue();
        assertThat(form.optional("minutes").whole(1, 1440)).isEqualTo(6);
        assertThat(form.optional("distanceKm").decimal(2000, 3)).isEqualTo("3.250");
        assertThat(form.optional("at").instant()).isEqualTo(Instant.parse("2026-11-22T17:30:00Z"));
        assertThat(form.optional("bends").list(10, Field::code)).containsExactly("stops-only");
        assertThat(form.optional("cost").money()).isEqualTo(Money.of(8400, "SEK"));
        assertThat(form.optional("occasion").text(500)).isEqualTo(" \t <b>å</b> 🎉 ");
        assertThat(form.optional("customer").code()).isNull();
        form.complete();
    }

    @Test
    void everything_wrong_is_said_at_once() {
        List<Violation> violations =
                violations(
                        "{\"minutes\": 0, \"cost\": {\"amount\": 5}, \"colour\": \"red\"}",
                        form -> {
                            form.required("kind").code();
                            form.optional("minutes").whole(1, 1440);
                            form.optional("cost").money();
                        });

        assertThat(violations)
                .extracting(v -> v.field() + " " + v.code())
                .containsExactlyInAnyOrder(
                        "kind missing",
                        "minutes too-small",
                        "cost.amount wrong-type",
                        "cost.currency missing",
                        "colour unknown-field");
    }

    @ParameterizedTest
    @CsvSource({
        "-5.00, too-small",
        "0, too-small",
        "0.00, too-small",
        "1000000000000000, too-large",
        "1000000000.01, too-large",
        "1.005, not-an-amount",
        "1e3, not-an-amount",
        "NaN, not-an-amount",
        "Infinity, not-an-amount",
        "'1,000.00', not-an-amount",
        "' 5', not-an-amount",
        "+5, not-an-amount",
        "5., not-an-amount",
        "٥, not-an-amount",
        "0x10, not-an-amount",
    })
    void amounts_are_plain_decimals_of_more_than_nothing(String amount, String code) {
        String json = "{\"cost\": {\"amount\": \"" + amount + "\", \"currency\": \"SEK\"}}";

        assertThat(violations(json, form -> form.optional("cost").money()))
                .extracting(Violation::field, Violation::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("cost.amount", code));
    }

    @Test
    void the_most_an_amount_may_be_is_a_thousand_million() {
        Form form = form("{\"cost\": {\"amount\": \"1000000000\", \"currency\": \"SEK\"}}");

        assertThat(form.optional("cost").money()).isEqualTo(Money.of(100_000_000_000L, "SEK"));
        form.complete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sek", "XXX", "KRONOR", "S"})
    void currencies_are_those_of_the_standard(String currency) {
        String json = "{\"cost\": {\"amount\": \"5\", \"currency\": \"" + currency + "\"}}";

        assertThat(violations(json, form -> form.optional("cost").money()))
                .extracting(Violation::field)
                .containsExactly("cost.currency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e1", "\"6\"", "true", "[6]", "99999999999999999999"})
    void a_whole_number_is_a_number_that_is_whole(String value) {
        assertThat(codes("{\"minutes\": " + value + "}", f -> f.optional("minutes").whole(1, 1440)))
                .containsExactly("wrong-type");
    }

    @Test
    void a_decimal_may_be_a_number_or_a_string_but_never_an_exponent() {
        assertThat(form("{\"km\": 2.5}").optional("km").decimal(2000, 3))
                .isEqualTo(new BigDecimal("2.5"));
        assertThat(codes("{\"km\": 1e3}", f -> f.optional("km").decimal(2000, 3)))
                .containsExactly("wrong-type");
        assertThat(codes("{\"km\": 1e999999999}", f -> f.optional("km").decimal(2000, 3)))
                .containsExactly("wrong-type");
        assertThat(codes("{\"km\": \"0.0001\"}", f -> f.optional("km").decimal(2000, 3)))
                .containsExactly("wrong-type");
        assertThat(codes("{\"km\": 2000.5}", f -> f.optional("km").decimal(2000, 3)))
                .containsExactly("too-large");
        assertThat(codes("{\"km\": -1}", f -> f.optional("km").decimal(2000, 3)))
                .containsExactly("too-small");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T18:30:00", "2026-11-22", "now", "2026-02-30T00:00:00Z"})
    void a_time_has_its_offset(String time) {
        assertThat(codes("{\"at\": \"" + time + "\"}", f -> f.optional("at").instant()))
                .containsExactly("wrong-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-0001-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00Z",
                "+999999999-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z"
            })
    void a_time_is_of_a_year_that_can_be_kept(String time) {
        assertThat(codes("{\"at\": \"" + time + "\"}", f -> f.optional("at").instant()))
                .containsExactly("out-of-range");
    }

    @Test
    void text_is_counted_in_characters_as_people_see_them() {
        assertThat(form("{\"t\": \"🎉🎉🎉\"}").optional("t").text(3)).isEqualTo("🎉🎉🎉");
        assertThat(codes("{\"t\": \"🎉🎉🎉\"}", f -> f.optional("t").text(2)))
                .containsExactly("too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\ud83d", "\\udc00b"})
    void what_no_database_keeps_is_not_text(String text) {
        assertThat(codes("{\"t\": \"" + text + "\"}", f -> f.optional("t").text(9)))
                .containsExactly("not-text");
    }

    @Test
    void lists_have_an_end_and_each_item_its_place() {
        assertThat(
                        violations(
                                "{\"bends\": [\"a\", 7, null]}",
                                f -> f.optional("bends").list(3, Field::code)))
                .extracting(v -> v.field() + " " + v.code())
                .containsExactly("bends[1] wrong-type", "bends[2] missing");
        assertThat(codes("{\"bends\": [1,2,3]}", f -> f.optional("bends").list(2, Field::code)))
                .containsExactly("too-long");
        assertThat(codes("{\"bends\": \"a\"}", f -> f.optional("bends").list(2, Field::code)))
                .containsExactly("wrong-type");
    }

    @Test
    void the_canonical_text_does_not_depend_on_order_or_spaces() {
        assertThat(form("{\"b\": [1, {\"d\": null, \"c\": \"x\"}], \"a\": 2}").canonical())
                .isEqualTo(form("{\"a\":2,\"b\":[1,{\"c\":\"x\",\"d\":null}]}").canonical())
                .isNotEqualTo(form("{\"a\":2,\"b\":[{\"c\":\"x\",\"d\":null},1]}").canonical());
    }

    private static Form form(String json) {
        return Form.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> codes(String json, Consumer<Form> reading) {
        return violations(json, reading).stream().map(Violation::code).toList();
    }

    private static List<Violation> violations(String json, Consumer<Form> reading) {
        Form form = form(json);
        reading.accept(form);
        return catchThrowableOfType(RefusedException.class, form::complete).violations();
    }
}
