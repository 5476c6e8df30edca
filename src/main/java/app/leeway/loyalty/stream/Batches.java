package app.leeway.loyalty.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Hands on what arrives one at a time many at a time, in the order of arrival: what comes while one
 * batch is taken is the next one, so that a lonely one never waits for company. No more than one
 * batch is taken at a time, and no more than so many are asked for beyond those that were taken. A
 * batch that could not be taken is tried again, for ever: nothing else is taken before it.
 */
final class Batches<T> implements Flow.Subscriber<T> {

    private static final Logger LOG = Logger.getLogger(Batches.class.getName());

    private final int most;
    private final Consumer<List<T>> taker;
    private final Executor now;
    private final Executor later;
    private final List<T> batch = new ArrayList<>();
    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Flow.Subscription subscription;

    /**
     * @param most in one batch, and how many may wait
     * @param now runs on another thread
     * @param later the same after a while
     */
    Batches(int most, Consumer<List<T>> taker, Executor now, Executor later) {
        this.most = most;
        this.taker = taker;
        this.now = now;
        this.later = later;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(most);
    }

    @Override
    public void onNext(T one) {
        waiting.add(one);
        wake();
    }

    private void wake() {
        if (!waiting.isEmpty() && busy.compareAndSet(false, true)) {
            now.execute(this::takeOne);
        }
    }

    private void takeOne() {
        for (T one = waiting.poll(); one != null; one = waiting.poll()) {
            batch.add(one);
        }
        try {
            taker.accept(List.copyOf(batch));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, batch.size() + " wait until they can be kept", e);
            later.execute(this::takeOne);
            return;
        }
        int size = batch.size();
        batch.clear();
        busy.set(false);
        subscription.request(size);
        wake();
    }

    /** The stream says itself why in the log; what it had sent is taken all the same. */
    @Override
    public void onError(Throwable why) {
        wake();
    }

    @Override
    public void onComplete() {
        wake();
    }
}
