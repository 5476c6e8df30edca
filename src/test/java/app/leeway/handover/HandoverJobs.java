package app.leeway.handover;

import app.leeway.shared.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** What handover notes need done without a request. */
@ApplicationScoped
class HandoverJobs {

    static final Duration KEPT = Duration.ofDays(7);

    @Produces
    Job retention(HandoverNotes notes, Clock clock) {
        return Job.every(
                Duration.ofHours(1),
                "forget old handover notes",
                () -> notes.forgetBefore(clock.instant().minus(KEPT)));
    }
}
