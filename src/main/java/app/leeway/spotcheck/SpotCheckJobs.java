package app.leeway.spotcheck;

import app.leeway.shared.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;

/** What spot checks need done without a request. */
@ApplicationScoped
class SpotCheckJobs {

    @Produces
    Job draw(SpotCheckDraw draw) {
        return Job.every(Duration.ofMinutes(1), "draw spot checks", draw::draw);
    }
}
