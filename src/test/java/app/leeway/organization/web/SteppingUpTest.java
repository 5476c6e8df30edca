package app.leeway.organization.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where stepping up leads back to: to a page of ours. */
class SteppingUpTest {

    @Test
    void a_page_of_ours_is_come_back_to() {
        assertThat(SteppingUp.pageOfOurs("/approval/inbox.xhtml?mine=true&x=1"))
                .isEqualTo("/approval/inbox.xhtml?mine=true&x=1");
        assertThat(SteppingUp.pageOfOurs("/")).isEqualTo("/");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "https://example.org/",
                "//example.org/",
                "/\\example.org/",
                "/x\\example.org",
                "index.xhtml",
                "/x\r\nSet-Cookie: a=b",
                "/x y"
            })
    void nothing_else_is(String to) {
        assertThat(SteppingUp.pageOfOurs(to)).isEqualTo("/");
    }
}
