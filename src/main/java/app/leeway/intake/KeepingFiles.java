package app.leeway.intake;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the bytes of a file while they come in, and has it read. When this returns they are in the
 * database, for good; when it throws nothing is.
 */
@ApplicationScoped
public class KeepingFiles {

    private static final Logger LOG = Logger.getLogger(KeepingFiles.class.getName());

    /** Of all files together, unpacked: nobody fills the database's disk with them. */
    private static final long BYTES_MAX = 8L * 1024 * 1024 * 1024;

    @Inject KeptFiles files;
    @Inject ReadingFiles reading;

    /** What else is to be written of a file once it is complete. */
    public interface Beside {
        void begin(UUID id, long bytes);
    }

    /**
     * @param kind of a {@link FileReading}
     * @param by key of the person who brings it
     * @return by which it is known
     * @throws RefusedException BUSY while too much waits to be read
     * @throws UncheckedIOException when the upload breaks off
     */
    public UUID keep(String kind, long by, InputStream in, Beside beside) {
        long waiting = files.bytesOfAll();
        UUID id = UUID.randomUUID();
        files.begin(id, kind, by);
        boolean kept = false;
        try {
            long bytes = 0;
            byte[] chunk = in.readNBytes(ChunkPacking.BYTES);
            for (int number = 0; chunk.length > 0; number++) {
                bytes += chunk.length;
                if (waiting + bytes > BYTES_MAX) {
                    throw new RefusedException(
                            Refusal.BUSY, "other files wait to be read: send this one later");
                }
                files.add(id, number, ChunkPacking.pack(chunk), bytes);
                chunk = in.readNBytes(ChunkPacking.BYTES);
            }
            long whole = bytes;
            files.complete(id, () -> beside.begin(id, whole));
            kept = true;
        } catch (IOException e) {
            throw new UncheckedIOException("the upload broke off", e);
        } finally {
            if (!kept) {
                forget(id);
            }
        }
        reading.lookSoon();
        return id;
    }

    private void forget(UUID id) {
        try {
            files.forget(id);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a broken upload lies about until it is swept away", e);
        }
    }
}
