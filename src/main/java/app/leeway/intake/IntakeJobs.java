package app.leeway.intake;

import app.leeway.shared.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;

/** What files that were handed in need done without a request. */
@ApplicationScoped
class IntakeJobs {

    @Produces
    Job reading(ReadingFiles files) {
        return Job.every(
                Duration.ofSeconds(3),
                "read files that wait",
                () -> {
                    files.renew();
                    files.look();
                });
    }

    @Produces
    Job retention(ReadingFiles files) {
        return Job.every(Duration.ofMinutes(10), "sweep away broken uploads", files::tidyUp)
                .startingAfter(Duration.ofMinutes(1));
    }
}
