package app.leeway.shared;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.shared.jdbc.Respelling;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SK-901",
                "sk-901",
                "sk-901 ",
                " \tsk-901",
                "sk-901\u00a0",
                "sk-901\u3000",
                "sk\u200b-901",
                "sk-9\u200d01",
                "\ufeffsk-901",
                "sk-\u00ad901",
                "sk-901\ufe0f",
                "sk-901\u2060",
                "\u3164sk-901\u115f",
                "\u2800sk-901",
                "s\u0000k-901",
                "\uff53\uff4b\uff0d\uff19\uff10\uff11",
                "sk-\uff19\uff10\uff11",
                "\u24e2\u24da-901",
                "sk-901\udb40\udc41",
                "\ud835\udc60k-901"
            })
    void P16_all_spellings_of_a_key_are_one(String typed) {
        assertThat(Spelling.key(typed)).isEqualTo("sk-901");
    }

    @Test
    void blanks_between_words_are_one_and_still_tell_them_apart() {
        assertThat(Spelling.key("sk \u00a0\u2003 901")).isEqualTo("sk 901");
        assertThat(Spelling.key("sk901")).isNotEqualTo("sk 901");
        assertThat(Spelling.key("sk-902")).isNotEqualTo("sk-901");
    }

    @Test
    void letters_are_one_in_any_case_and_in_either_composition() {
        assertThat(Spelling.key("Stra\u00dfe")).isEqualTo(Spelling.key("STRASSE"));
        assertThat(Spelling.key("stra\u1e9ee")).isEqualTo(Spelling.key("STRASSE"));
        assertThat(Spelling.key("\u00c5")).isEqualTo(Spelling.key("a\u030a"));
        assertThat(Spelling.key("\u03a3\u0391\u03a3"))
                .isEqualTo(Spelling.key("\u03c3\u03b1\u03c3"));
    }

    @Test
    void what_nobody_sees_is_nothing() {
        assertThat(Spelling.key(null)).isNull();
        assertThat(Spelling.key(" \u200b\ufeff ")).isNull();
    }

    @Test
    void P16_a_key_is_its_own_key_whatever_it_holds() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String key = Spelling.key("a" + Character.toString(c) + "b");
            assertThat(Spelling.key(key)).as("U+%04X", c).isEqualTo(key);
        }
    }

    @Test
    void P16_any_respelling_keeps_the_key() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String typed = "Bk" + random.nextInt(1000) + "-\u00e5x " + random.nextInt(10);
            assertThat(Spelling.key(Respelling.of(typed, random)))
                    .as("seed %d", seed)
                    .isEqualTo(Spelling.key(typed));
        }
    }

    @Test
    void respellings_are_many() {
        Random random = new Random(1);
        List<String> spellings =
                java.util.stream.Stream.generate(() -> Respelling.of("sk-901", random))
                        .limit(100)
                        .distinct()
                        .toList();

        assertThat(spellings).hasSizeGreaterThan(80);
    }
}
