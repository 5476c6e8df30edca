package app.leeway.absence;

import app.leeway.shared.jobs.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;

/** What absences need done without a request. */
@ApplicationScoped
class AbsenceJobs {

    private static final Duration PAUSE = Duration.ofMinutes(2);

    /** So that slow calendars do not keep a run going for ever. */
    private static final int MOST_IN_A_RUN = 20;

    @Produces
    Job calendars(Calendars calendars) {
        return Job.every(PAUSE, "read calendars that are due", () -> readDue(calendars));
    }

    private static void readDue(Calendars calendars) {
        int read = 0;
        while (read < MOST_IN_A_RUN && calendars.renewNext()) {
            read++;
        }
    }
}
