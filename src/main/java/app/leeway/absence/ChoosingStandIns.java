package app.leeway.absence;

import app.leeway.audit.AuditTrail;
import app.leeway.organization.Actor;
import app.leeway.organization.Organizations;
import app.leeway.shared.RefusedException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;

/** Somebody says who stands in for them during an absence that is known already. */
@ApplicationScoped
public class ChoosingStandIns {

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @Inject Organizations organizations;
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
        try (Connection connection = database.getConnection()) {
            AbsenceStore.waitForOthers(connection);
            Absence before = mine.find(connection, actor, id, clock.instant());
            List<Absence> others =
                    AbsenceStore.overlapping(connection, before.from(), before.until());
            Long chosen = new StandIns(organizations.current(), others).standIn(standIn, before);
            Absence after = MakingAbsences.with(chosen, before);
            if (Objects.equals(chosen, before.standInId())) {
                return before;
            }
            AbsenceStore.setStandIn(connection, id, chosen);
            telling.tell(after);
            audit.append(
                    List.of(
                            AbsenceNotes.note(
                                    actor.personId(), "absence.stand-in-chosen", before, after)));
            return after;
        } catch (SQLException e) {
            throw new IllegalStateException("the stand-in could not be kept", e);
        }
    }
}
