package app.leeway.shared.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JobRunnerTest {

    /** Notes what it is given, with its delay, and runs nothing by itself. */
    private static final class Given extends ScheduledThreadPoolExecutor {
        private final List<Runnable> runs = new ArrayList<>();
        private final List<Long> millis = new ArrayList<>();

        Given() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable run, long delay, TimeUnit unit) {
            runs.add(run);
            millis.add(unit.toMillis(delay));
            return super.schedule(() -> {}, 1, TimeUnit.DAYS);
        }

        void runNext() {
            runs.remove(0).run();
        }
    }

    private final Given executor = new Given();
    private final JobRunner runner = new JobRunner();
    private final List<String> done = new ArrayList<>();

    private void start(Job... jobs) {
        runner.start(List.of(jobs), executor);
    }

    @Test
    void a_job_runs_after_its_beginning_and_then_after_each_pause() {
        start(
                Job.every(Duration.ofMinutes(1), "count", () -> done.add("counted"))
                        .startingAfter(Duration.ofSeconds(5)));

        executor.runNext();
        executor.runNext();

        assertThat(done).containsExactly("counted", "counted");
        assertThat(executor.millis).containsExactly(5_000L, 60_000L, 60_000L);
    }

    @Test
    void
            a_job_that_knows_when_there_is_something_to_do_runs_then_and_after_its_pause_at_the_latest() {
        List<Duration> idle =
                new ArrayList<>(List.of(Duration.ofMillis(20), Duration.ofDays(1), Duration.ZERO));
        start(Job.atLeastEvery(Duration.ofSeconds(1), "look", () -> idle.remove(0)));

        executor.runNext();
        executor.runNext();
        executor.runNext();

        assertThat(executor.millis).containsExactly(1_000L, 20L, 1_000L, 1L);
    }

    @Test
    void what_fails_runs_again_and_keeps_no_other_from_running() {
        start(
                Job.every(
                        Duration.ofSeconds(3),
                        "fail",
                        () -> {
                            done.add("failed");
                            throw new IllegalStateException("on purpose");
                        }),
                Job.every(Duration.ofSeconds(4), "work", () -> done.add("worked")));

        executor.runNext();
        executor.runNext();
        executor.runNext();

        assertThat(done).containsExactly("failed", "worked", "failed");
        assertThat(executor.millis).containsExactly(3_000L, 4_000L, 3_000L, 4_000L, 3_000L);
    }

    @Test
    void nothing_begins_once_the_server_stops() {
        start(Job.every(Duration.ofSeconds(3), "work", () -> done.add("worked")));

        runner.stop();
        executor.runNext();

        assertThat(executor.runs).isEmpty();
        assertThat(executor.getQueue()).allMatch(run -> ((ScheduledFuture<?>) run).isCancelled());
    }
}
