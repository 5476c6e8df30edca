package app.leeway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.support.Implementations;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class AuditSubjectsTest {

    private record Subject(String prefix) implements AuditSubject {}

    @Test
    void entries_about_a_subject_that_no_room_registered_are_refused_before_anything_is_written() {
        AuditTrail trail = RecordFixture.trail(null, null);
        AuditNote note = new AuditNote(null, "incident.reported", "i-1", null, null);

        assertThatThrownBy(() -> trail.append(List.of(note)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("incident.reported");
    }

    @Test
    void an_entry_needs_a_prefix() {
        assertThatThrownBy(() -> RecordFixture.subjects().of("gesture"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void two_rooms_never_share_a_prefix() {
        AuditSubjects subjects = new AuditSubjects();

        assertThatThrownBy(
                        () ->
                                subjects.register(
                                        List.of(new Subject("gesture"), new Subject("gesture"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gesture");
    }

    @Test
    void nothing_is_published_unless_its_room_says_so() {
        AuditSubjects subjects = house();

        assertThat(subjects.published()).containsExactly("approval", "gesture");
    }

    @Test
    void the_page_of_webhooks_has_words_for_every_published_subject() {
        for (String file : List.of("messages_en", "messages_sv")) {
            ResourceBundle words = ResourceBundle.getBundle("app.leeway." + file);
            assertThat(house().published())
                    .isNotEmpty()
                    .allMatch(prefix -> words.containsKey("hooks.events." + prefix));
        }
    }

    /** All that the rooms register. */
    private static AuditSubjects house() {
        AuditSubjects subjects = new AuditSubjects();
        subjects.register(Implementations.of(AuditSubject.class));
        return subjects;
    }
}
