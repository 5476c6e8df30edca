package app.leeway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A file in chunks is the same bytes, from wherever one begins. */
class ChunkStreamTest {

    private static final int LENGTH = 2 * ChunkPacking.BYTES + 12_345;

    private final byte[] file = new byte[LENGTH];
    private final List<byte[]> chunks = new ArrayList<>();

    ChunkStreamTest() {
        new Random(20261128).nextBytes(file);
        for (int from = 0; from < LENGTH; from += ChunkPacking.BYTES) {
            int to = Math.min(LENGTH, from + ChunkPacking.BYTES);
            chunks.add(ChunkPacking.pack(Arrays.copyOfRange(file, from, to)));
        }
    }

    @Test
    void p17_from_any_position_the_rest_comes_byte_by_byte() throws IOException {
        int edge = ChunkPacking.BYTES;
        for (int from : new int[] {0, 1, edge - 1, edge, edge + 1, 2 * edge, LENGTH - 1, LENGTH}) {
            assertThat(from(from).readAllBytes())
                    .as("from " + from)
                    .isEqualTo(Arrays.copyOfRange(file, from, LENGTH));
        }
    }

    @Test
    void single_bytes_come_as_they_are_and_then_the_end() throws IOException {
        InputStream last = from(LENGTH - 2);
        assertThat(last.read()).isEqualTo(file[LENGTH - 2] & 0xff);
        assertThat(last.read()).isEqualTo(file[LENGTH - 1] & 0xff);
        assertThat(last.read()).isEqualTo(-1);
    }

    @Test
    void p17_a_chunk_that_is_gone_is_never_taken_for_the_end() {
        chunks.remove(2);
        assertThatThrownBy(() -> from(0).readAllBytes()).isInstanceOf(IllegalStateException.class);
    }

    private InputStream from(long position) {
        return new ChunkStream(
                LENGTH,
                position,
                number ->
                        number < chunks.size()
                                ? Optional.of(ChunkPacking.unpack(chunks.get(number)))
                                : Optional.empty());
    }
}
