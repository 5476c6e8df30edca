package app.leeway.organization.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.organization.DeskCount;
import app.leeway.organization.DeskPlace;
import app.leeway.organization.DeskPlaces;
import app.leeway.support.Implementations;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The places of the desk, as the features register them. */
class DeskPlacesTest {

    private static final List<DeskPlaces> FEATURES = Implementations.of(DeskPlaces.class);

    private final List<DeskPlace> places =
            Stream.concat(
                            Stream.of(FrameView.START),
                            FEATURES.stream().flatMap(feature -> feature.places().stream()))
                    .toList();
    private final List<DeskCount> counts =
            FEATURES.stream().flatMap(feature -> feature.counts().stream()).toList();

    @ParameterizedTest
    @CsvSource({
        "/approval/inbox, /approval/inbox",
        "/approval/inbox, /approval/approval",
        "/spotcheck/spot-checks, /spotcheck/spot-checks",
        "/absence/absence, /absence/absence",
        "/gesture/gestures, /gesture/gesture",
        "/budget/budgets, /budget/budgets",
        "/payoff/review, /payoff/facts",
        "/index, /index",
    })
    void a_page_belongs_to_its_place_and_to_no_other(String place, String page) {
        assertThat(places)
                .filteredOn(one -> one.holds(page))
                .extracting(DeskPlace::path)
                .containsExactly(place);
    }

    @Test
    void every_place_has_its_page_and_so_has_what_belongs_to_it() {
        assertThat(places).hasSizeGreaterThan(8);
        assertThat(places)
                .flatExtracting(place -> place.pages())
                .doesNotHaveDuplicates()
                .allSatisfy(page -> assertThat(page((String) page)).exists());
        assertThat(places)
                .extracting(DeskPlace::path)
                .doesNotHaveDuplicates()
                .allSatisfy(path -> assertThat(page(path)).exists());
        assertThat(counts)
                .isNotEmpty()
                .allSatisfy(count -> assertThat(page(count.path())).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv-SE", "en-GB"})
    void every_place_has_its_name(String language) {
        ResourceBundle messages =
                ResourceBundle.getBundle("app.leeway.messages", Locale.forLanguageTag(language));

        assertThat(places)
                .extracting(DeskPlace::label)
                .allSatisfy(label -> assertThat(messages.getString(label)).isNotBlank());
        assertThat(counts)
                .extracting(DeskCount::label)
                .allSatisfy(label -> assertThat(messages.getString(label)).contains("{0"));
    }

    @Test
    void the_order_leaves_no_doubt() {
        assertThat(places).extracting(DeskPlace::order).doesNotHaveDuplicates();
        assertThat(counts).extracting(DeskCount::order).doesNotHaveDuplicates();
    }

    @Test
    void the_container_finds_them() {
        assertThat(FEATURES)
                .allMatch(
                        feature -> feature.getClass().isAnnotationPresent(ApplicationScoped.class));
    }

    private static Path page(String path) {
        return Path.of("src", "main", "webapp", path + ".xhtml");
    }
}
