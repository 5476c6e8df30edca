package app.leeway.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What may be seen by others says nothing of anybody. */
class WordTextsTest {

    private static final List<String> LANGUAGES = List.of("sv", "en");

    @Test
    void P7_the_brief_text_of_every_word_names_nobody_and_nothing() {
        assertThat(keys("tell.brief.")).hasSizeGreaterThan(20);
        for (String key : keys("tell.brief.")) {
            for (String language : LANGUAGES) {
                assertThat(WordText.plain(key, language)).as(key).doesNotContain("{").isNotBlank();
            }
        }
    }

    @Test
    void every_word_has_a_brief_one_too() {
        List<String> whole =
                keys("tell.").stream()
                        .filter(
                                key ->
                                        key.matches(
                                                "tell\\.(approval|gesture|absence|look|record)\\..*"))
                        .map(key -> key.replace("tell.", "tell.brief.").replace(".urgent", ""))
                        .toList();

        assertThat(keys("tell.brief.")).containsAll(whole);
    }

    /** It proves something only where it is kept outside, so all of it goes by mail. */
    @Test
    void P18_a_signed_head_is_told_in_full() {
        ToldWord head =
                new ToldWord(
                        1,
                        UUID.randomUUID(),
                        7,
                        "record.signed",
                        "key",
                        Map.of("seq", "4711", "statement", "seq: 4711\n", "signature", "c2ln"),
                        false,
                        Instant.EPOCH,
                        null);

        assertThat(WordText.enclosed(head)).isEqualTo("seq: 4711\nsignature: c2ln\n\n");
        assertThat(WordText.link(head)).isEqualTo("/index.xhtml");
        assertThat(WordText.enclosed(word("approval.asked", false))).isEmpty();
    }

    @Test
    void a_word_that_is_not_known_is_told_all_the_same() {
        ToldWord strange = word("playbook.opened", false);

        assertThat(WordText.brief(strange, "en")).isEqualTo("Something in Leeway concerns you");
    }

    @Test
    void every_word_leads_to_what_it_is_about() {
        assertThat(WordText.link(word("approval.asked", false)))
                .isEqualTo("/approval/approval.xhtml?id=x");
        assertThat(WordText.link(word("absence.stand-in", false)))
                .isEqualTo("/approval/absence.xhtml");
        assertThat(WordText.link(word("gesture.look", false)))
                .isEqualTo("/gesture/gesture.xhtml?id=x");
        assertThat(WordText.link(word("gesture.digest", false)))
                .isEqualTo("/gesture/gestures.xhtml?outcome=GO_AND_TELL");
    }

    @Test
    void a_customer_who_waits_is_said_where_there_are_words_for_it() {
        assertThat(WordText.brief(word("approval.asked", true), "en"))
                .isEqualTo("A customer is waiting for an answer");
        assertThat(WordText.brief(word("approval.approved", true), "en"))
                .isEqualTo("You have got an answer");
    }

    private static ToldWord word(String what, boolean urgent) {
        return new ToldWord(1, new UUID(0, 1), 1, what, "x", Map.of(), urgent, Instant.EPOCH, null);
    }

    private static List<String> keys(String prefix) {
        return ResourceBundle.getBundle("app.leeway.messages", java.util.Locale.UK)
                .keySet()
                .stream()
                .filter(key -> key.startsWith(prefix))
                .sorted()
                .toList();
    }
}
