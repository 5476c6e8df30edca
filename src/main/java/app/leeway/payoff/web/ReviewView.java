package app.leeway.payoff.web;

import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import app.leeway.payoff.Edition;
import app.leeway.payoff.LookingAtPayoff;
import app.leeway.payoff.ReviewLine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Which rules are worth breaking, as the address asks. */
@Named("review")
@RequestScoped
public class ReviewView {

    private static final List<Integer> WINDOWS = List.of(30, 90, 180, 365);

    @Inject Actors actors;
    @Inject LookingAtPayoff looking;

    private PayoffAddress address;
    private LookingAtPayoff.Read read;
    private List<ReviewLine> lines = List.of();
    private List<String> editions;
    private Forest forest;

    @PostConstruct
    void open() {
        FacesContext faces = FacesContext.getCurrentInstance();
        address = PayoffAddress.of(faces.getExternalContext().getRequestParameterMap()::get);
        boolean isNo = faces.getViewRoot().getViewId().endsWith("/no.xhtml");
        Edition.About about = isNo ? Edition.About.NO : Edition.About.GIVEN;
        Actor actor = actors.actor();
        editions = looking.editions(actor);
        read = looking.read(actor, address.edition(about, looking.usualDays())).orElse(null);
        if (read != null) {
            lines = looking.lines(read, address.by(), actor.language());
        }
        forest = Forest.of(lines);
    }

    /** Null while nothing has been reckoned. */
    public Edition getEdition() {
        return read == null ? null : read.edition();
    }

    public LocalDate getUntil() {
        return LocalDate.ofEpochDay(read.edition().untilDay() - 1L);
    }

    public List<ReviewLine> getLines() {
        return lines;
    }

    public Forest getForest() {
        return forest;
    }

    public Map<String, String> getGiven() {
        return address.given();
    }

    /** Of the same as a file. */
    public String getQuery() {
        String query = address.query();
        String about = read.edition().key().about() == Edition.About.NO ? "about=no" : "";
        return about.isEmpty() ? query : query + (query.isEmpty() ? "?" : "&") + about;
    }

    public String getBy() {
        return address.by();
    }

    public int getDays() {
        return read == null ? looking.usualDays() : read.edition().key().days();
    }

    public List<String> getSorts() {
        return PayoffAddress.SORTS;
    }

    public List<Integer> getWindows() {
        return WINDOWS;
    }

    /** Months that have ended, as they were seen then. */
    public List<String> getMonths() {
        return editions.stream().filter(name -> !name.equals(Edition.LIVE)).toList();
    }
}
