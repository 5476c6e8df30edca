package app.leeway.loyalty;

import app.leeway.intake.FileReading;
import app.leeway.intake.KeptFile;
import app.leeway.intake.KeptFiles;
import app.leeway.intake.UnreadableFileException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BiFunction;

/**
 * Takes in files of outcomes, some thousand lines at a time, each line for itself: what is wrong is
 * kept beside, with its reason, and the rest is in. Lines, counts and position are written
 * together, so a file that breaks off anywhere goes on with the first line that is not in.
 */
@ApplicationScoped
public class ReadingOutcomeFiles implements FileReading {

    static final String KIND = "outcomes";

    private static final int LINES = 5000;

    /** Of lines that name none: a file that comes again under another name is the same. */
    private static final String SOURCE = "csv";

    /** Makes messages of lines; of a head that is none, a code of what is wrong with it. */
    public interface Format {

        /**
         * @return what reads the lines that follow
         * @throws IllegalArgumentException with a code when the head is none
         */
        BiFunction<Long, String, Received> reading(String head, String source);
    }

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    @Inject Format format;
    @Inject KeptFiles kept;
    @Inject OutcomeFiles files;
    @Inject ReceivingOutcomes receiving;

    /** Some lines, and how far the file is with them. */
    private record Piece(
            List<Received> messages, Map<Long, String> texts, long position, long line) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void read(KeptFile file) throws IOException {
        try (Lines start = new Lines(kept.bytes(file, 0), 0, 0)) {
            BiFunction<Long, String, Received> reading = reading(start.next());
            if (file.position() == 0) {
                take(file, start, reading);
            } else {
                try (Lines rest = rest(file)) {
                    take(file, rest, reading);
                }
            }
        }
        files.end(file);
    }

    private BiFunction<Long, String, Received> reading(String head) {
        try {
            return format.reading(head == null ? "" : head, SOURCE);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFileException(e.getMessage(), 1);
        }
    }

    private Lines rest(KeptFile file) {
        return new Lines(kept.bytes(file, file.position()), file.position(), file.line());
    }

    /** The next lines are read while the ones before are written. */
    private void take(KeptFile file, Lines lines, BiFunction<Long, String, Received> reading)
            throws IOException {
        Future<?> writing = CompletableFuture.completedFuture(null);
        boolean more = true;
        while (more) {
            List<Received> messages = new ArrayList<>();
            Map<Long, String> texts = new HashMap<>();
            while (more && messages.size() < LINES) {
                String line = lines.next();
                more = line != null;
                if (more && !line.isBlank()) {
                    messages.add(reading.apply(lines.number(), line));
                    texts.put(lines.number(), line);
                }
            }
            Piece piece = new Piece(messages, texts, lines.position(), lines.number());
            await(writing);
            writing = executor.submit(() -> write(file, piece));
        }
        await(writing);
    }

    private void write(KeptFile file, Piece piece) {
        receiving.receive(
                file.by(),
                piece.messages(),
                reception -> {
                    files.reached(file.id(), piece.position(), reception, piece.texts());
                    kept.advance(file, piece.position(), piece.line());
                });
    }

    private static void await(Future<?> writing) {
        try {
            writing.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw new IllegalStateException("lines could not be written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops", e);
        }
    }

    @Override
    public void failed(KeptFile file, String problem, long line) {
        files.fail(file.id(), problem, line);
    }
}
