package app.leeway.gesture;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.jdbc.Outage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Group commit: what arrives while a commit is under way forms the next one, in the order of
 * arrival. A lonely request never waits for company, and a hot budget costs one row version and one
 * flush per batch, not per gesture.
 *
 * <p>Design notice: the guard on the money is in the database, not in this queue, so several
 * servers may run. A batch that fails is tried again member by member: one bad request fails alone.
 * The backlog is bounded; beyond it the caller is told to come back, and nothing is half done.
 *
 * <p>Design notice: it commits on a thread of its own. On the executor that requests run on, as
 * many requests as it has threads would wait here for a commit that finds none left to run on.
 */
@ApplicationScoped
class Committer {

    private static final int LARGEST_BATCH = 128;
    private static final int BACKLOG = 4096;
    private static final int LONGEST_WAIT_SECONDS = 30;

    private static final int LOOK_UP_SECONDS = 1;

    @Resource ManagedThreadFactory threads;

    @Inject CommitBatch batch;

    private final BlockingQueue<PendingCommit> waiting = new ArrayBlockingQueue<>(BACKLOG);
    private final Set<UUID> inFlight = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    /**
     * Commits the draft together with whatever else waits, and answers when it is durable.
     *
     * @throws RefusedException BUSY when too many wait, IN_FLIGHT when the same id is being worked
     *     on; whatever refuses the request itself
     */
    Answer commit(ResolvedRequest draft) {
        PendingCommit member = new PendingCommit(draft);
        if (!inFlight.add(member.id())) {
            throw new RefusedException(
                    Refusal.IN_FLIGHT, "the first request with this key is still under way");
        }
        try {
            if (closing || !waiting.offer(member)) {
                throw new RefusedException(
                        Refusal.BUSY, "too many gestures are waiting; nothing was done");
            }
            return member.answer().get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new RefusedException(
                    Refusal.BUSY, "the database is slow: ask again with the same key");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException(
                    Refusal.BUSY, "the server is stopping: ask again with the same key");
        } finally {
            inFlight.remove(member.id());
        }
    }

    @PostConstruct
    void open() {
        threads.newThread(this::commitUntilClosed).start();
    }

    private void commitUntilClosed() {
        List<PendingCommit> members = new ArrayList<>(LARGEST_BATCH);
        while (!closing || !waiting.isEmpty()) {
            try {
                PendingCommit first = waiting.poll(LOOK_UP_SECONDS, TimeUnit.SECONDS);
                if (first != null) {
                    members.add(first);
                    waiting.drainTo(members, LARGEST_BATCH - 1);
                    commitTogether(members);
                }
            } catch (InterruptedException e) {
                closing = true; // the server is stopping
            } catch (RuntimeException | Error e) { // the thread must not end while others wait
                members.forEach(member -> member.answer().completeExceptionally(e));
            } finally {
                members.clear();
            }
        }
    }

    private void commitTogether(List<PendingCommit> members) {
        try {
            answer(members, batch.commit(members));
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                members.forEach(member -> member.answer().completeExceptionally(Outage.refusal()));
            } else if (members.size() > 1) {
                members.forEach(member -> commitTogether(List.of(member)));
            } else {
                tryOnceMore(members.get(0), e);
            }
        }
    }

    /** Another server may have written the same id in between, which then is a replay. */
    private void tryOnceMore(PendingCommit member, RuntimeException first) {
        try {
            answer(List.of(member), batch.commit(List.of(member)));
        } catch (RuntimeException second) {
            second.addSuppressed(first);
            member.answer().completeExceptionally(second);
        }
    }

    private static void answer(List<PendingCommit> members, Map<UUID, CommitBatch.Result> results) {
        for (PendingCommit member : members) {
            results.get(member.id()).tell(member.answer());
        }
    }

    @PreDestroy
    void close() {
        closing = true;
    }
}
