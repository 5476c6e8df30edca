package app.leeway.shared.jobs;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Work that is done again and again without a request. A room registers its jobs by producing them:
 *
 * <pre>{@code
 * @Produces
 * Job expiry(ExpiringHolds holds) {
 *     return Job.every(Duration.ofMinutes(1), "expire holds", holds::expireAll);
 * }
 * }</pre>
 *
 * <p>Every server runs every job, one run of it at a time. Two servers that find the same work must
 * agree in the database who does it.
 *
 * @param name what it does, for the log
 * @param first how long after the start of the server it runs for the first time
 * @param pause between the end of a run and the beginning of the next; also after a failure
 * @param work answers how long there is nothing to do, at most the pause
 */
public record Job(String name, Duration first, Duration pause, Supplier<Duration> work) {

    public static Job every(Duration pause, String name, Runnable work) {
        return atLeastEvery(
                pause,
                name,
                () -> {
                    work.run();
                    return pause;
                });
    }

    /**
     * @param work answers after which part of the pause it is to run again
     */
    public static Job atLeastEvery(Duration pause, String name, Supplier<Duration> work) {
        return new Job(name, pause, pause, work);
    }

    /** The same with another beginning. */
    public Job startingAfter(Duration time) {
        return new Job(name, time, pause, work);
    }
}
