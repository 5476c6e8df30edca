package app.leeway.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GestureSealTest {

    private static final byte[] SALT = new byte[GestureSeal.SALT_LENGTH];

    @Test
    void P18_every_column_is_in_exactly_one_of_the_two_seals() {
        GestureSeal seal = GestureSeal.of(gesture(), List.of("no-cash"), SALT);

        for (String name : GestureSeal.CONTENT) {
            GestureSeal other = GestureSeal.of(with(name, "other"), List.of("no-cash"), SALT);
            assertThat(other.content()).as(name).isNotEqualTo(seal.content());
            assertThat(other.personal()).as(name).isEqualTo(seal.personal());
        }
        for (String name : GestureSeal.PERSONAL) {
            GestureSeal other = GestureSeal.of(with(name, "other"), List.of("no-cash"), SALT);
            assertThat(other.personal()).as(name).isNotEqualTo(seal.personal());
            assertThat(other.content()).as(name).isEqualTo(seal.content());
        }
    }

    @Test
    void P18_the_clauses_that_it_bends_are_sealed_in_whatever_order_they_come() {
        GestureSeal seal = GestureSeal.of(gesture(), List.of("a", "b"), SALT);

        assertThat(GestureSeal.of(gesture(), List.of("b", "a"), SALT)).isEqualTo(seal);
        assertThat(GestureSeal.of(gesture(), List.of("a"), SALT).content())
                .isNotEqualTo(seal.content());
    }

    @Test
    void P18_nothing_moves_from_one_field_to_the_next_unseen() {
        Map<String, Object> one = with("visit", "ab");
        one.put("occasion", "c");
        Map<String, Object> other = with("visit", "a");
        other.put("occasion", "bc");

        assertThat(GestureSeal.of(one, List.of(), SALT).personal())
                .isNotEqualTo(GestureSeal.of(other, List.of(), SALT).personal());
        assertThat(GestureSeal.of(with("visit", ""), List.of(), SALT).personal())
                .isNotEqualTo(GestureSeal.of(with("visit", null), List.of(), SALT).personal());
    }

    /** Without the salt the same customer cannot be guessed by trying all of them. */
    @Test
    void P7_the_same_customer_and_text_have_another_seal_in_every_gesture() {
        assertThat(
                        Stream.generate(GestureSeal::newSalt)
                                .limit(100)
                                .map(s -> GestureSeal.of(gesture(), List.of(), s).personal())
                                .distinct())
                .hasSize(100);
        assertThat(GestureSeal.ofReason("the same", GestureSeal.newSalt()))
                .isNotEqualTo(GestureSeal.ofReason("the same", GestureSeal.newSalt()));
    }

    private static Map<String, Object> gesture() {
        Map<String, Object> columns = new HashMap<>();
        Stream.concat(GestureSeal.CONTENT.stream(), GestureSeal.PERSONAL.stream())
                .forEach(name -> columns.put(name, name));
        columns.put("judged_for", Instant.parse("2026-11-28T10:00:00.000001Z"));
        return columns;
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> columns = gesture();
        columns.put(name, value);
        return columns;
    }
}
