package app.leeway.approval;

import app.leeway.organization.CompanyRevision;
import app.leeway.shared.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;

/** What exceptions need done without a request. */
@ApplicationScoped
class ApprovalJobs {

    /**
     * Wakes when the next deadline is due, and at least each second, since another server, or
     * another request, may have set one that is due before it.
     */
    @Produces
    Job deadlines(DueDeadlines deadlines) {
        return Job.atLeastEvery(
                Duration.ofSeconds(1), "fire the deadlines of exceptions", deadlines::fireAll);
    }

    @Produces
    Job digest(Digesting digesting, CompanyRevision revision) {
        return Job.every(
                Duration.ofMinutes(1),
                "tell managers of their day",
                () -> {
                    if (revision.current() > 0) {
                        digesting.managers().forEach(digesting::tell);
                    }
                });
    }
}
