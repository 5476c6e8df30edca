package app.leeway.absence;

import app.leeway.audit.AuditTrail;
import app.leeway.organization.Actor;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Somebody is there after all, or there again. What a stand-in decided until then stays decided.
 */
@ApplicationScoped
public class WithdrawingAbsences {

    @Inject AbsenceStore absences;
    @Inject MyAbsence mine;
    @Inject AuditTrail audit;
    @Inject Clock clock;

    /**
     * @throws RefusedException NOT_FOUND where there is none that the actor may change; WRONG_STATE
     *     when it is over
     */
    @Transactional
    public void withdraw(Actor actor, UUID id) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Absence before = mine.find(actor, id, now);
        if (absences.withdraw(id, now, actor.personId())) {
            audit.append(
                    List.of(
                            AbsenceNotes.note(
                                    actor.personId(), "absence.withdrawn", before, null)));
        }
    }
}
