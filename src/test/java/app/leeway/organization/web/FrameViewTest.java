package app.leeway.organization.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameViewTest {

    @ParameterizedTest
    @CsvSource({
        "/approval/inbox, /approval/inbox.xhtml",
        "/approval/inbox, /approval/approval.xhtml",
        "/approval/reviews, /approval/reviews.xhtml",
        "/gesture/gestures, /gesture/gesture.xhtml",
        "/index, /index.xhtml",
    })
    void aPageBelongsToItsPlace(String place, String page) {
        assertThat(FrameView.isAt(place, page)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/approval/inbox, /approval/reviews.xhtml",
        "/approval/reviews, /approval/inbox.xhtml",
        "/approval/absence, /approval/approval.xhtml",
        "/approval/reviews, /approval/absence.xhtml",
        "/index, /approval/inbox.xhtml",
        "/gesture/gestures, /budget/budgets.xhtml",
    })
    void aPageBelongsToNoOtherPlace(String place, String page) {
        assertThat(FrameView.isAt(place, page)).isFalse();
    }
}
