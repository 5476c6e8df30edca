package app.leeway.loyalty;

import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.CompanyRevision;
import app.leeway.organization.Role;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.jdbc.LongTransaction;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings the facts up to date, a stretch at a time: whatever was done stays done when a server
 * dies, and the next run goes on from there.
 */
@ApplicationScoped
public class RefreshingFacts {

    private static final Logger LOG = Logger.getLogger(RefreshingFacts.class.getName());

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    @Inject Access access;
    @Inject CompanyRevision revision;
    @Inject FactRuns runs;
    @Inject EpisodeProjection gathering;
    @Inject LongTransaction work;
    @Inject FactBuild making;
    @Inject MaturityReport ripening;
    @Inject Event<FactsMade> made;

    /**
     * Begins in the background.
     *
     * @param whole whether everything is made from nothing
     * @return number of the run
     * @throws RefusedException NOT_ALLOWED but for leaders and stewards; BUSY while another goes on
     */
    public long begin(Actor by, boolean whole) {
        access.require(by, Role.LEADER, Role.STEWARD);
        long run =
                runs.begin(by.personId(), whole)
                        .orElseThrow(
                                () ->
                                        new RefusedException(
                                                Refusal.BUSY, "The facts are being made already."));
        executor.execute(() -> follow(run, whole));
        return run;
    }

    /** By itself; nothing happens while another run goes on, or before there is a company. */
    public void refresh() {
        if (revision.current() > 0) {
            runs.begin(null, false).ifPresent(run -> follow(run, false));
        }
    }

    private void follow(long run, boolean whole) {
        try {
            if (whole) {
                work.inOne(making::forgetAll);
            }
            while (work.inOne(gathering::gatherNext)) {
                runs.reached(run, 0, 0);
            }
            long due = work.inOne(making::findDue);
            long done = 0;
            for (int some = work.inOne(making::makeSome);
                    some > 0;
                    some = work.inOne(making::makeSome)) {
                done += some;
                runs.reached(run, done, Math.max(due, done));
            }
            if (done > 0) {
                work.inOne(making::takeStock);
            }
            work.inOne(ripening::count);
            made.fire(new FactsMade((int) making.today().toEpochDay()));
            runs.end(run, FactRun.State.DONE);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "facts could not be made; the next run goes on from here", e);
            runs.end(run, FactRun.State.FAILED);
        }
    }
}
