package app.leeway.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.support.Implementations;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types of notifications and their texts belong together. */
class NotificationTypesTest {

    /** Texts that are of no type. */
    private static final Set<String> SHARED =
            Set.of(
                    "tell.somebody",
                    "tell.something",
                    "tell.other",
                    "tell.brief.other",
                    "tell.mail.open",
                    "tell.mail.choose");

    private static final Pattern NAMED = Pattern.compile("\\{(\\w+)}");

    @Test
    void every_type_that_is_declared_is_registered_and_found_by_the_container() {
        List<NotificationType> declared =
                Implementations.classesOf(NotificationType.class).stream()
                        .flatMap(type -> Stream.of((NotificationType[]) type.getEnumConstants()))
                        .toList();

        assertThat(RegisteredNotifications.all()).containsExactlyInAnyOrderElementsOf(declared);
        assertThat(RegisteredNotifications.SOURCES)
                .hasSizeGreaterThan(4)
                .allMatch(source -> source.getClass().isAnnotationPresent(Dependent.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void every_type_has_its_texts_and_every_text_its_type(String language) {
        Set<String> expected = new TreeSet<>(SHARED);
        for (NotificationType type : RegisteredNotifications.all()) {
            expected.add("tell." + type.code());
            expected.add("tell.brief." + type.code());
        }
        Set<String> there = keys(language);
        there.removeIf(
                key ->
                        expected.contains(key.replaceFirst("\\.urgent$", ""))
                                && !expected.contains(key));

        assertThat(there).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void texts_name_only_what_their_type_declares(String language) {
        ResourceBundle texts = texts(language);
        for (NotificationType type : RegisteredNotifications.all()) {
            for (String key : List.of("tell." + type.code(), "tell." + type.code() + ".urgent")) {
                if (texts.containsKey(key)) {
                    assertThat(type.placeholders().keySet())
                            .as(key)
                            .containsAll(named(texts.getString(key)));
                }
            }
        }
    }

    @Test
    void a_type_that_nobody_registered_is_not_told() {
        Notifier telling = new Notifier();
        telling.types = RegisteredNotifications.types();
        Notification strange = Told.notification(Told.KIM, "playbook.opened", false);

        assertThatThrownBy(() -> telling.tell(List.of(strange)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("playbook.opened");
    }

    @Test
    void a_fact_that_the_type_does_not_declare_is_refused() {
        NotificationType type = Told.type("playbook.opened");

        assertThatThrownBy(
                        () -> new Notification(Told.KIM, type, "x", Map.of("customer", "1"), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("customer");
    }

    @Test
    void two_features_cannot_send_the_same_code() {
        NotificationTypes types = RegisteredNotifications.types();

        assertThatThrownBy(
                        () -> types.register(List.of(() -> List.of(Told.type("approval.asked")))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("approval.asked");
    }

    private static Set<String> named(String text) {
        return NAMED.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> keys(String language) {
        return texts(language).keySet().stream()
                .filter(key -> key.startsWith("tell."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ResourceBundle texts(String language) {
        Locale locale = "sv".equals(language) ? Locale.forLanguageTag("sv-SE") : Locale.UK;
        return ResourceBundle.getBundle("app.leeway.messages", locale);
    }
}
