package app.leeway.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "astrom",
                "ÅSTRÖM",
                "Åke Åström",
                "åst",
                "astrom, ake",
                "ake a",
                "C-1012",
                "c1012",
                "C 1012",
                "1012",
                "070-100 00 12",
                "0701000012",
                "+46 70 100 00 12",
                "0046701000012",
                "+46 (0)70 1000012",
                "701000012",
                "46701000012",
                "070 100",
                "070",
                "ake.astrom@example.org",
                "Ake.Astrom@EX",
                "ABC123",
                "abc 123",
                "ABC-123",
                "bokning SK-778",
                "SK778",
                "778",
                "åström 070 100"
            })
    void isFoundByWhateverCanBeSaid(String said) {
        assertThat(found(said)).as(said).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"strom", "berg", "astrom berg", "072", "073-100 00 12", "example", "org"})
    void isNotFoundByAnythingElse(String said) {
        assertThat(found(said)).as(said).isFalse();
    }

    @Test
    void anApostropheMayBeSaidOrLeftOut() {
        var words = SearchTerms.of("C-1011", "Ann O'Neill", null, null, null);
        assertThat(words).contains("oneill", "neill", "o");
        assertThat(SearchTerms.asked("o’neill")).isEqualTo(List.of(List.of("oneill")));
    }

    @Test
    void aNumberWrittenAtHomeIsFoundWithItsCountryToo() {
        var words = SearchTerms.of("x", "y", "070-100 00 12", null, null);
        assertThat(words).contains("0701000012");
        assertThat(SearchTerms.asked("+46 70 100 00 12").get(0)).contains("0701000012");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "--- ...", "+", "()"})
    void nothingSaidAsksForNothing(String said) {
        assertThat(SearchTerms.asked(said)).isEmpty();
    }

    private static boolean found(String said) {
        var known =
                SearchTerms.of(
                        "C-1012",
                        "Åström, Åke",
                        "+46701000012",
                        "ake.astrom@example.org",
                        "ABC123 bokning SK-778");
        return SearchTerms.asked(said).stream()
                .allMatch(
                        any ->
                                any.stream()
                                        .anyMatch(
                                                p ->
                                                        known.stream()
                                                                .anyMatch(w -> w.startsWith(p))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00", "+00", "000", "(00)", "00 00", "+", "0", "00-", "(+0)", "''", "00 falk"
            })
    void no_word_that_is_asked_for_is_empty(String said) {
        assertThat(SearchTerms.asked(said)).allSatisfy(any -> assertThat(any).doesNotContain(""));
        assertThat(SearchTerms.of("C-1", "Bo", said, null, null)).doesNotContain("");
    }
}
