package app.leeway.loyalty;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A steward brings a file of outcomes, of millions of lines if need be. It is taken some thousand
 * lines at a time, each for itself: what is wrong is kept beside, with its reason, and the rest is
 * in. A file that was cut off may be brought again: what is in comes in once.
 */
@ApplicationScoped
public class BringingFiles {

    private static final Logger LOG = Logger.getLogger(BringingFiles.class.getName());
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

    @Inject Access access;
    @Inject OutcomeFiles files;
    @Inject ReceivingOutcomes receiving;

    /**
     * Keeps the file and begins in the background.
     *
     * @param name of the file, for whoever looks at the list
     * @return by which {@link OutcomeFiles#file} answers
     * @throws app.leeway.shared.RefusedException NOT_ALLOWED for whoever is no steward
     */
    public UUID bringing(Actor by, String name, InputStream csv, Format format) {
        access.require(by, Role.STEWARD);
        UUID id = UUID.randomUUID();
        try {
            Path kept = Files.createTempFile("outcomes-", ".csv");
            boolean begun = false;
            try {
                long bytes = Files.copy(csv, kept, StandardCopyOption.REPLACE_EXISTING);
                files.begin(id, name, by.personId(), bytes);
                executor.execute(() -> follow(id, by.personId(), kept, format));
                begun = true;
            } finally {
                if (!begun) {
                    forget(kept);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be kept", e);
        }
        return id;
    }

    private void follow(UUID id, long by, Path kept, Format format) {
        try (Lines lines = new Lines(Files.newInputStream(kept))) {
            String head = lines.next();
            BiFunction<Long, String, Received> reading =
                    format.reading(head == null ? "" : head, SOURCE);
            take(id, by, lines, reading);
            files.end(id, null);
        } catch (IllegalArgumentException e) {
            files.end(id, e.getMessage());
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.SEVERE, "a file of outcomes broke; what was taken stays taken", e);
            files.end(id, "broken");
        } finally {
            forget(kept);
        }
    }

    /** The next lines are read while the ones before are written. */
    private void take(UUID id, long by, Lines lines, BiFunction<Long, String, Received> reading)
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
            long bytes = lines.bytes();
            await(writing);
            writing = executor.submit(() -> write(id, by, bytes, messages, texts));
        }
        await(writing);
    }

    private void write(
            UUID id, long by, long bytes, List<Received> messages, Map<Long, String> texts) {
        files.reached(id, bytes, receiving.receiving(by, messages), texts);
    }

    private static void await(Future<?> writing) {
        try {
            writing.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("lines could not be written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops", e);
        }
    }

    private static void forget(Path kept) {
        try {
            Files.deleteIfExists(kept);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a file that has been read stays behind: " + kept, e);
        }
    }
}
