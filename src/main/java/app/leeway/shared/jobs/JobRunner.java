package app.leeway.shared.jobs;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs the jobs of all rooms. What fails is logged and tried again after its pause. */
@ApplicationScoped
public class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class.getName());

    @Resource ManagedScheduledExecutorService executor;

    @Inject @Any Instance<Job> registered;

    private final Map<Job, ScheduledFuture<?>> next = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        start(registered.stream().toList(), executor);
    }

    void start(List<Job> jobs, ScheduledExecutorService on) {
        jobs.forEach(job -> schedule(job, job.first(), on));
    }

    private void schedule(Job job, Duration in, ScheduledExecutorService on) {
        if (!stopping) {
            long millis = Math.max(1, in.toMillis());
            next.put(job, on.schedule(() -> run(job, on), millis, TimeUnit.MILLISECONDS));
        }
    }

    private void run(Job job, ScheduledExecutorService on) {
        Duration pause = job.pause();
        try {
            Duration idle = job.work().get();
            pause = idle.compareTo(pause) < 0 ? idle : pause;
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> "Failed to %s; tried again in %s".formatted(job.name(), job.pause()));
        } finally {
            schedule(job, pause, on);
        }
    }

    @PreDestroy
    void stop() {
        stopping = true;
        next.values().forEach(run -> run.cancel(false));
    }
}
