package app.leeway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOverUploadsTest {

    @Test
    void p15_parts_that_a_killed_server_left_go_and_nothing_else_does(@TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("upload_a5c71bd_18f_7ffd_00000012.tmp"), "C-1,Anna");
        Files.writeString(folder.resolve("upload_a5c71bd_18f_7ffd_00000013.tmp"), "C-2,Bo");
        Path other = Files.writeString(folder.resolve("compiled.class"), "");

        LeftOverUploads.sweep(folder);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(other);
        }
    }
}
