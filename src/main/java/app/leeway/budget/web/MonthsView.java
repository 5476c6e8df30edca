package app.leeway.budget.web;

import app.leeway.budget.ClosingMonths;
import app.leeway.budget.MonthLine;
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
import java.util.List;

/** The months that have ended: closed by one steward, opened again by two. */
@Named("months")
@ViewScoped
public class MonthsView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String BACK = "/budget/budgets?faces-redirect=true";

    @Inject Actors actors;
    @Inject ClosingMonths closing;
    @Inject Organizations organizations;

    private transient List<MonthLine> all;
    private String wrong;

    @PostConstruct
    void open() {
        all = isSeen() ? closing.months(actors.actor()) : List.of();
    }

    public boolean isSeen() {
        return isSteward() || actors.actor().is(Role.AUDITOR);
    }

    public boolean isSteward() {
        return actors.actor().is(Role.STEWARD);
    }

    public List<MonthLine> getAll() {
        if (all == null) {
            open();
        }
        return all;
    }

    public String name(Long personId) {
        return personId == null
                ? null
                : organizations.current().person(personId).map(Person::name).orElse("");
    }

    /** Whether another steward has asked, so that this one opens it. */
    public boolean confirms(MonthLine month) {
        Long asked = month.closing() == null ? null : month.closing().reopenAskedBy();
        return asked != null && asked != actors.actor().personId();
    }

    public String close(MonthLine month) {
        return trying(() -> closing.close(month.month(), actors.actor()));
    }

    public String reopen(MonthLine month) {
        return trying(() -> closing.reopen(month.month(), actors.actor()));
    }

    /** The page comes back as it is then, or says why not. */
    private String trying(Runnable work) {
        try {
            work.run();
            return BACK;
        } catch (RefusedException refused) {
            wrong = refused.refusal().code();
            return null;
        }
    }

    public String getWrong() {
        return wrong;
    }
}
