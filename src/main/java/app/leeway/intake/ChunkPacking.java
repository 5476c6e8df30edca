package app.leeway.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Chunks are packed, each for itself, so that reading may begin at any of them. */
final class ChunkPacking {

    /** Of a chunk, unpacked. */
    static final int BYTES = 1 << 20;

    private ChunkPacking() {}

    static byte[] pack(byte[] plain) {
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, fast)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("a chunk could not be packed", e);
        } finally {
            fast.end();
        }
        return packed.toByteArray();
    }

    static byte[] unpack(byte[] packed) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a chunk is damaged", e);
        }
    }
}
