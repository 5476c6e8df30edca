package app.leeway.absence.web;

import app.leeway.absence.Absence;
import app.leeway.absence.Absences;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.organization.identity.Actors;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** On the start page: an absence lies ahead, and nobody stands in. */
@Named("absenceAhead")
@RequestScoped
public class AbsenceAhead {

    @Inject Actors actors;
    @Inject Absences absences;

    private Absence absence;

    @PostConstruct
    void open() {
        Actor actor = actors.actor();
        absence =
                actor.is(Role.MANAGER) || actor.is(Role.LEADER)
                        ? absences.unattended(actor).orElse(null)
                        : null;
    }

    /** Null where there is none. */
    public Absence getAbsence() {
        return absence;
    }
}
