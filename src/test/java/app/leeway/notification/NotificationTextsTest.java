package app.leeway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.notification.NotificationType.Placeholder;
import app.leeway.organization.OrganizationFixture;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be seen by others says nothing of anybody. */
class NotificationTextsTest {

    private static final List<String> LANGUAGES = List.of("sv", "en");
    private static final NotificationText TEXT = RegisteredNotifications.text();

    @Test
    void P7_the_brief_text_of_every_word_names_nobody_and_nothing() {
        assertThat(keys("tell.brief.")).hasSizeGreaterThan(20);
        for (String key : keys("tell.brief.")) {
            for (String language : LANGUAGES) {
                assertThat(NotificationText.plain(key, language))
                        .as(key)
                        .doesNotContain("{")
                        .isNotBlank();
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
        StoredNotification head =
                new StoredNotification(
                        1,
                        UUID.randomUUID(),
                        7,
                        "record.signed",
                        "key",
                        Map.of("seq", "4711", "statement", "seq: 4711\n", "signature", "c2ln"),
                        false,
                        Instant.EPOCH,
                        null);

        assertThat(TEXT.enclosed(head)).isEqualTo("seq: 4711\nsignature: c2ln\n\n");
        assertThat(TEXT.link(head)).isEqualTo("/index.xhtml");
        assertThat(TEXT.enclosed(notification("approval.asked", false))).isEmpty();
    }

    @Test
    void a_word_that_is_not_known_is_told_all_the_same() {
        StoredNotification strange = notification("playbook.opened", false);

        assertThat(NotificationText.brief(strange, "en"))
                .isEqualTo("Something in Leeway concerns you");
        assertThat(TEXT.in(strange, "en")).isEqualTo("Something happened that concerns you.");
        assertThat(TEXT.link(strange)).isEqualTo("/index.xhtml");
        assertThat(TEXT.enclosed(strange)).isEmpty();
    }

    @Test
    void every_word_leads_to_what_it_is_about() {
        assertThat(TEXT.link(notification("approval.asked", false)))
                .isEqualTo("/approval/approval.xhtml?id=x");
        assertThat(TEXT.link(notification("absence.stand-in", false)))
                .isEqualTo("/absence/absence.xhtml");
        assertThat(TEXT.link(notification("look.sampled", false)))
                .isEqualTo("/gesture/gesture.xhtml?id=x");
        assertThat(TEXT.link(notification("gesture.digest", false)))
                .isEqualTo("/gesture/gestures.xhtml?outcome=GO_AND_TELL");
        assertThat(TEXT.link(notification("gesture.late", false)))
                .isEqualTo("/gesture/gestures.xhtml?late=true");
    }

    @Test
    void a_customer_who_waits_is_said_where_there_are_words_for_it() {
        assertThat(NotificationText.brief(notification("approval.asked", true), "en"))
                .isEqualTo("A customer is waiting for an answer");
        assertThat(NotificationText.brief(notification("approval.approved", true), "en"))
                .isEqualTo("You have got an answer");
    }

    @ParameterizedTest
    @CsvSource({
        "PERSON, 2, Kim Sten",
        "PERSON, 999, somebody",
        "AMOUNT, 140000, 'SEK\u00a01,400'",
        "PLACE, krogen, krogen",
        "PLACE, long-gone, long-gone",
        "TIME, 2026-11-25T10:00:00Z, 11:00",
        "TEXT, 4711, 4711"
    })
    void a_fact_is_said_by_its_meaning(Placeholder meaning, String fact, String said) {
        NotificationText text = new NotificationText();
        text.organizations = OrganizationFixture.nordlyst().organizations();
        ResourceBundle messages = ResourceBundle.getBundle("app.leeway.messages", Locale.UK);

        assertThat(text.said(meaning, fact, OrganizationFixture.KIM, "en", messages))
                .isEqualTo(said);
    }

    private static StoredNotification notification(String what, boolean urgent) {
        return new StoredNotification(
                1, new UUID(0, 1), 1, what, "x", Map.of(), urgent, Instant.EPOCH, null);
    }

    private static List<String> keys(String prefix) {
        return ResourceBundle.getBundle("app.leeway.messages", Locale.UK).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted()
                .toList();
    }
}
