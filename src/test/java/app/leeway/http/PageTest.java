package app.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void a_page_says_where_the_next_begins_only_if_something_follows() {
        Page<Integer> first = Page.of(List.of(1, 2, 3), 2, String::valueOf);

        assertThat(first.items()).containsExactly(1, 2);
        assertThat(Cursor.position(first.next())).isEqualTo("2");
        assertThat(Page.of(List.of(3), 2, String::valueOf).next()).isNull();
    }
}
