package app.leeway.absence.web;

import app.leeway.absence.Absence;
import app.leeway.absence.Absences;
import app.leeway.absence.ChoosingStandIns;
import app.leeway.absence.MakingAbsences;
import app.leeway.absence.WithdrawingAbsences;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.organization.Role;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.RefusedException;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

/** When I am away, and who stands in for me. */
@Named("absence")
@ViewScoped
public class AbsenceView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String BACK = "/absence/absence?faces-redirect=true";

    @Inject Actors actors;
    @Inject Access access;
    @Inject Absences absences;
    @Inject MakingAbsences making;
    @Inject ChoosingStandIns choosing;
    @Inject WithdrawingAbsences withdrawing;
    @Inject Organizations organizations;

    private List<AbsenceLine> lines;
    private String user;
    private String from;
    private String until;
    private String standIn;
    private String wrong;

    @PostConstruct
    void open() {
        Actor actor = actors.actor();
        Organization organization = organizations.current();
        lines =
                absences.concerning(actor).stream()
                        .map(absence -> line(absence, actor, organization))
                        .toList();
    }

    private AbsenceLine line(Absence absence, Actor actor, Organization organization) {
        Person person = organization.person(absence.personId()).orElseThrow();
        Person other =
                absence.standInId() == null
                        ? null
                        : organization.person(absence.standInId()).orElse(null);
        boolean changeable =
                person.id() == actor.personId()
                        || actor.is(Role.MANAGER) && access.sees(actor, person.at());
        return new AbsenceLine(
                absence.id(),
                person.name(),
                absence.from(),
                absence.until(),
                absence.fromCalendar(),
                changeable,
                other == null ? null : other.user(),
                other == null ? null : other.name());
    }

    public String make() {
        Actor actor = actors.actor();
        ZoneId zone = organizations.current().zoneOf(actor.at());
        Instant begins = instant(from, zone);
        Instant ends = instant(until, zone);
        if (begins == null || ends == null) {
            return sayWrong("missing");
        }
        return trying(
                () ->
                        making.add(
                                actor,
                                UUID.randomUUID(),
                                new MakingAbsences.Asked(user, begins, ends, standIn)));
    }

    public String choose(AbsenceLine line) {
        return trying(() -> choosing.choose(actors.actor(), line.getId(), line.getStandIn()));
    }

    public String withdraw(AbsenceLine line) {
        return trying(() -> withdrawing.withdraw(actors.actor(), line.getId()));
    }

    /** The page comes back as it is then, or says what is wrong. */
    private String trying(Runnable work) {
        try {
            work.run();
            return BACK;
        } catch (RefusedException refused) {
            return sayWrong(
                    refused.violations().isEmpty()
                            ? refused.refusal().code()
                            : refused.violations().get(0).code());
        }
    }

    private String sayWrong(String code) {
        wrong = code;
        return null;
    }

    private static Instant instant(String local, ZoneId zone) {
        try {
            return local == null ? null : LocalDateTime.parse(local).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Who could stand in: other managers. */
    public List<Person> getManagers() {
        return organizations.current().people().stream()
                .filter(person -> person.roles().contains(Role.MANAGER))
                .toList();
    }

    /** Those of whom the actor may say that they are away, beside themselves. */
    public List<Person> getManaged() {
        Actor actor = actors.actor();
        return actor.is(Role.MANAGER)
                ? organizations.current().people().stream()
                        .filter(person -> person.id() != actor.personId())
                        .filter(person -> person.roles().contains(Role.MANAGER))
                        .filter(person -> access.sees(actor, person.at()))
                        .toList()
                : List.of();
    }

    public List<AbsenceLine> getLines() {
        return lines;
    }

    /** The code of what is wrong; null: nothing is. */
    public String getWrong() {
        return wrong;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public String getStandIn() {
        return standIn;
    }

    public void setStandIn(String standIn) {
        this.standIn = standIn;
    }
}
