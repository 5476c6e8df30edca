package app.leeway.absence;

import app.leeway.audit.AuditTrail;
import app.leeway.organization.Actor;
import app.leeway.organization.Organizations;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Somebody says who stands in for them during an absence that is known already. */
@ApplicationScoped
public class ChoosingStandIns {

    @Inject Organizations organizations;
    @Inject AbsenceStore absences;
    @Inject MyAbsence mine;
    @Inject AuditTrail audit;
    @Inject TellingStandIns telling;
    @Inject Clock clock;

    /**
     * @param standIn user name; null: nobody any more
     * @throws RefusedException NOT_FOUND, WRONG_STATE when it is over, INVALID when they cannot
     */
    @Transactional
    public Absence choose(Actor actor, UUID id, String standIn) {
        absences.waitForOthers();
        Absence before = mine.find(actor, id, clock.instant());
        List<Absence> others = absences.overlapping(before.from(), before.until());
        Long chosen = new StandIns(organizations.current(), others).standIn(standIn, before);
        Absence after = MakingAbsences.with(chosen, before);
        if (Objects.equals(chosen, before.standInId())) {
            return before;
        }
        absences.setStandIn(id, chosen);
        telling.tell(after);
        audit.append(
                List.of(
                        AbsenceNotes.note(
                                actor.personId(), "absence.stand-in-chosen", before, after)));
        return after;
    }
}
