package app.leeway.webhook;

import app.leeway.audit.AuditLog;
import app.leeway.audit.AuditLog.Entry;
import app.leeway.notification.Origin;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.organization.VisibleScope;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Those who hold a stream of events open, and the one who reads the record for them all.
 *
 * <p>Design notice: nobody waits with a connection to the database. Twice a second the end of the
 * record is asked for, once for all; only for streams that have not seen it is anything read. A
 * stream ends when a token would, so that whoever listens has to show again who they are; they come
 * back with the number of what they saw last and miss nothing.
 */
@ApplicationScoped
public class EventStreams {

    private static final Logger LOG = Logger.getLogger(EventStreams.class.getName());

    /** Of the whole server. */
    static final int MOST = 32;

    /** Of one person, and of one client that is a machine. */
    static final int MOST_OF_ONE = 4;

    static final int SECONDS_OPEN = 300;
    static final int SECONDS_SILENT = 15;
    private static final long NOBODY = -1;
    private static final int ENTRIES_AT_ONCE = 200;

    @Resource ManagedScheduledExecutorService executor;

    @Inject AuditLog record;
    @Inject Access access;
    @Inject Origin origin;
    @Inject Clock clock;

    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private ScheduledFuture<?> timer;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        timer = executor.scheduleWithFixedDelay(this::look, 500, 500, TimeUnit.MILLISECONDS);
    }

    /**
     * Somebody listens, from now on or from where they were, to what happens where they may look.
     *
     * @param lastSeen number of the last event they have; null: only what happens from now on
     * @throws RefusedException NOT_ALLOWED for whoever is no auditor or leader; TOO_MANY_STREAMS
     *     when they hold as many as one may; BUSY when as many listen as may
     */
    public void open(Actor actor, Long lastSeen, EventStream.Listener listener) {
        access.require(actor, Role.AUDITOR, Role.LEADER);
        open("person " + actor.personId(), access.reach(actor), lastSeen, listener);
    }

    /**
     * A machine of the realm listens, to everything. It belongs to no person of the company; that
     * it has the role {@code system} is for the caller to know.
     *
     * @param sub the machine's subject in the realm
     * @throws RefusedException TOO_MANY_STREAMS when it holds as many as one may; BUSY when as many
     *     listen as may
     */
    public void openingForMachine(String sub, Long lastSeen, EventStream.Listener listener) {
        open("machine " + sub, new VisibleScope(true, Set.of(), NOBODY), lastSeen, listener);
    }

    private synchronized void open(
            String holder, VisibleScope reach, Long lastSeen, EventStream.Listener listener) {
        if (open.stream().filter(stream -> stream.isOf(holder)).count() >= MOST_OF_ONE) {
            throw new RefusedException(
                    Refusal.TOO_MANY_STREAMS,
                    "%d streams are open already: end one, or come back later"
                            .formatted(MOST_OF_ONE));
        }
        if (open.size() >= MOST) {
            throw new RefusedException(Refusal.BUSY, "as many listen as may: come back later");
        }
        long from = lastSeen == null ? record.head() : lastSeen;
        long now = now();
        open.add(new EventStream(holder, listener, reach, from, now, now + SECONDS_OPEN));
    }

    void look() {
        if (open.isEmpty()) {
            return;
        }
        try {
            long head = record.head();
            open.forEach(stream -> serve(stream, head));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the record could not be read for those who listen", e);
        }
    }

    private void serve(EventStream stream, long head) {
        long now = now();
        if (stream.isOver(now)) {
            open.remove(stream);
            stream.listener().end();
        } else if (stream.listener().isReady()) {
            if (stream.seen() < head) {
                long until = Math.min(head, stream.seen() + ENTRIES_AT_ONCE);
                for (Entry entry : record.between(stream.seen(), until)) {
                    stream.tell(entry, CloudEvent.of(entry, origin.url()), now);
                }
                stream.saw(until);
            }
            stream.beatAfter(SECONDS_SILENT, now);
        }
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
        open.forEach(stream -> stream.listener().end());
        open.clear();
    }
}
