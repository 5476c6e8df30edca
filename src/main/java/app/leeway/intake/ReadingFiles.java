package app.leeway.intake;

import app.leeway.shared.jdbc.LongTransaction;
import app.leeway.shared.jdbc.Outage;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads files that wait, whichever server took them. What breaks off is tried again from where it
 * was, after an outage as often as it takes, else some thirty times; then the file has failed.
 */
@ApplicationScoped
class ReadingFiles {

    private static final Logger LOG = Logger.getLogger(ReadingFiles.class.getName());
    private static final int AT_ONCE = 4;
    private static final int TRIES_MAX = 30;
    private static final int LONGEST_PAUSE_SECONDS = 15;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    @Inject KeptFiles files;
    @Inject LongTransaction work;
    @Inject @Any Instance<FileReading> kinds;

    private final Set<UUID> claims = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /** A file has just come in; where this does not work, a timer looks anyway. */
    void lookSoon() {
        try {
            executor.execute(this::look);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.INFO, "the server stops; a file waits for another", e);
        }
    }

    /** Begins with whatever waits, as far as this server has hands. */
    synchronized void look() {
        Optional<KeptFile> next = claim();
        while (next.isPresent()) {
            KeptFile file = next.get();
            claims.add(file.claim());
            executor.execute(() -> follow(file));
            next = claim();
        }
    }

    private Optional<KeptFile> claim() {
        return stopping || claims.size() >= AT_ONCE ? Optional.empty() : files.claim();
    }

    /** Says that this server still reads what it reads. */
    void renew() {
        if (!claims.isEmpty()) {
            files.renew(claims);
        }
    }

    /** Takes away what is left of broken uploads, and of what is long over. */
    void tidyUp() {
        files.sweep();
        kinds.forEach(FileReading::tidyUp);
    }

    /** Lets others have what this server reads; without a database they have it in a while. */
    @PreDestroy
    void stop() {
        stopping = true;
        try {
            files.release(claims);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "files that this server reads could not be handed on", e);
        }
    }

    /** Reads a file that has been claimed, as far as it goes. */
    void follow(KeptFile file) {
        try {
            read(file);
        } catch (ClaimLostException e) {
            LOG.info(e.getMessage());
        } catch (IOException | RuntimeException e) {
            brokeOff(file, e);
        } finally {
            claims.remove(file.claim());
        }
    }

    private void read(KeptFile file) throws IOException {
        if (file.tries() > TRIES_MAX) {
            fail(file, "broken", file.line() + 1);
            return;
        }
        try {
            kind(file).read(file);
        } catch (UnreadableFileException e) {
            fail(file, e.problem(), e.line());
        }
    }

    private void fail(KeptFile file, String problem, long line) {
        work.inOne(
                () -> {
                    kind(file).failed(file, problem, line);
                    files.end(file);
                });
    }

    private FileReading kind(KeptFile file) {
        return kinds.stream()
                .filter(kind -> kind.kind().equals(file.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody reads " + file.kind()));
    }

    /** Where even this cannot be written, the claim lapses by itself. */
    private void brokeOff(KeptFile file, Exception why) {
        boolean outage = Outage.isBehind(why);
        LOG.log(
                outage ? Level.WARNING : Level.SEVERE,
                "reading the file " + file.id() + " broke off; it goes on from where it was",
                why);
        try {
            files.tryAgain(file, !outage, pause(file.tries()));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "that it broke off could not be kept", e);
        }
    }

    /** A second, two, four ... */
    static Duration pause(int tries) {
        return Duration.ofSeconds(Math.min(1L << Math.min(tries, 10), LONGEST_PAUSE_SECONDS));
    }
}
