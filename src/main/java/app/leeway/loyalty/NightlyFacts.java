package app.leeway.loyalty;

import app.leeway.organization.CompanyRevision;
import app.leeway.organization.Organizations;
import app.leeway.shared.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;

/** Each night, when most sleep, the facts are brought up to date. */
@ApplicationScoped
class NightlyFacts {

    private static final int HOUR = 3;

    @Inject CompanyRevision revision;
    @Inject Organizations organizations;
    @Inject FactRuns runs;
    @Inject RefreshingFacts refreshing;
    @Inject Clock clock;

    @Produces
    Job refresh() {
        return Job.every(Duration.ofMinutes(10), "make the night's facts", this::refreshWhenDue);
    }

    private void refreshWhenDue() {
        if (revision.current() > 0 && isDue()) {
            refreshing.refresh();
        }
    }

    /** The night has come, and nobody has made them since. */
    private boolean isDue() {
        ZonedDateTime now = clock.instant().atZone(organizations.current().company().zone());
        ZonedDateTime night = now.toLocalDate().atStartOfDay(now.getZone()).withHour(HOUR);
        return !now.isBefore(night)
                && runs.latest().map(run -> run.begunAt().isBefore(night.toInstant())).orElse(true);
    }
}
