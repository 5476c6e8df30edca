package app.leeway.audit;

import app.leeway.shared.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the record needs done without a request. */
@ApplicationScoped
class AuditJobs {

    private static final Logger LOG = Logger.getLogger(AuditJobs.class.getName());

    @Produces
    Job signing(SigningTheHead signing) {
        return Job.every(
                        Duration.ofMinutes(1),
                        "sign the head of the day",
                        () -> signing.signOfTheDay().ifPresent(AuditJobs::log))
                .startingAfter(Duration.ofSeconds(5));
    }

    private static void log(SignedHead head) {
        LOG.log(
                Level.INFO,
                "the head of the record was signed at entry {0}",
                String.valueOf(head.seq()));
    }
}
