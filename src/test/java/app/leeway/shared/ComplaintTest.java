package app.leeway.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ComplaintTest {

    private static ResourceBundle sentences(String language) {
        return ResourceBundle.getBundle("app.leeway.complaints", Locale.forLanguageTag(language));
    }

    @Test
    void a_complaint_is_a_code_and_a_sentence_in_both_languages() {
        Complaint complaint = Complaint.of("duplicate-code.customer", "C-1", 1002L);

        assertThat(complaint.code()).isEqualTo("duplicate-code");
        assertThat(complaint.said())
                .isEqualTo(
                        new LocalizedText(
                                "koden C-1 står redan på rad 1002",
                                "the code C-1 stands already on line 1002"));
    }

    @Test
    void words_within_a_sentence_are_in_its_language() {
        LocalizedText said =
                Complaint.of("dangling-code", new LocalizedText("enheten", "unit"), "x").said();

        assertThat(said.sv()).isEqualTo("enheten ”x” finns inte i filen");
        assertThat(said.en()).isEqualTo("there is no unit 'x' in this file");
    }

    @Test
    void every_sentence_is_there_in_both_languages_and_speaks_of_the_same_things() {
        ResourceBundle sv = sentences("sv");
        ResourceBundle en = sentences("en");

        assertThat(new TreeSet<>(sv.keySet())).isEqualTo(new TreeSet<>(en.keySet())).isNotEmpty();
        for (String key : sv.keySet()) {
            assertThat(new MessageFormat(sv.getString(key)).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSameSizeAs(
                            new MessageFormat(en.getString(key)).getFormatsByArgumentIndex());
        }
    }

    @Test
    void what_was_typed_is_said_as_typed() {
        assertThat(Complaint.of("duplicate-key", "{0} it's ''").said().en())
                .isEqualTo("'{0} it's ''' stands here twice");
    }

    @Test
    void a_complaint_that_is_none_is_a_fault_of_ours() {
        assertThatThrownBy(() -> Complaint.of("no-such-thing"))
                .isInstanceOf(MissingResourceException.class);
    }
}
