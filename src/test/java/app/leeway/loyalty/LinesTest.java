package app.leeway.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines, their numbers and where they begin: what reading on after a kill relies on. */
class LinesTest {

    private static final String FILE =
            "\uFEFFhead\r\nfirst\n\nåäö 🎂\r\n" + "x".repeat(40_000) + "\nhalf \u0000\nlast";

    private record Line(long number, String text, long next) {}

    @Test
    void p17_reading_on_from_the_end_of_any_line_gives_the_same_lines_with_the_same_numbers()
            throws IOException {
        for (String end : new String[] {"", "\n", "\r\n", "\n\n"}) {
            byte[] bytes = (FILE + end).getBytes(StandardCharsets.UTF_8);
            List<Line> all = read(bytes, 0, 0);
            for (int i = 0; i < all.size(); i++) {
                Line before = all.get(i);
                assertThat(read(bytes, before.next(), before.number()))
                        .as("after line " + before.number())
                        .isEqualTo(all.subList(i + 1, all.size()));
            }
        }
    }

    @Test
    void p17_after_the_last_line_the_position_is_the_length_of_the_file() throws IOException {
        for (String end : new String[] {"", "\n", "\r\n", "\n\n", "\r"}) {
            byte[] bytes = (FILE + end).getBytes(StandardCharsets.UTF_8);
            List<Line> all = read(bytes, 0, 0);
            assertThat(all.get(all.size() - 1).next()).isEqualTo(bytes.length);
        }
    }

    @Test
    void lines_are_as_they_were_written_without_their_ends() throws IOException {
        List<Line> all = read(FILE.getBytes(StandardCharsets.UTF_8), 0, 0);
        assertThat(all).extracting(Line::number).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(all.get(0).text()).isEqualTo("head");
        assertThat(all.get(3).text()).isEqualTo("åäö 🎂");
        assertThat(all.get(4).text()).hasSize(16 * 1024);
        assertThat(all.get(6).text()).isEqualTo("last");
    }

    private static List<Line> read(byte[] file, long position, long number) throws IOException {
        byte[] rest = Arrays.copyOfRange(file, (int) position, file.length);
        List<Line> read = new ArrayList<>();
        try (Lines lines = new Lines(new ByteArrayInputStream(rest), position, number)) {
            for (String text = lines.next(); text != null; text = lines.next()) {
                read.add(new Line(lines.number(), text, lines.position()));
            }
        }
        return read;
    }
}
