package app.leeway.intake;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** The bytes of a kept file from some position on, a chunk in memory at a time. */
final class ChunkStream extends InputStream {

    private final long bytes;
    private final IntFunction<Optional<byte[]>> chunks;
    private long position;
    private int number = -1;
    private byte[] chunk = new byte[0];

    /**
     * @param bytes how long the file is
     * @param position where to begin
     * @param chunks unpacked, by their number
     */
    ChunkStream(long bytes, long position, IntFunction<Optional<byte[]>> chunks) {
        this.bytes = bytes;
        this.position = position;
        this.chunks = chunks;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /**
     * @throws IllegalStateException when a chunk is not there: somebody else ended the file
     */
    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (position >= bytes) {
            return -1;
        }
        fetch((int) (position / ChunkPacking.BYTES));
        int from = (int) (position % ChunkPacking.BYTES);
        int some = Math.min(length, chunk.length - from);
        System.arraycopy(chunk, from, into, offset, some);
        position += some;
        return some;
    }

    private void fetch(int wanted) {
        if (wanted != number) {
            chunk =
                    chunks.apply(wanted)
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "chunk " + wanted + " is gone"));
            number = wanted;
        }
    }
}
