package app.leeway.organization.web;

import app.leeway.organization.Actor;
import app.leeway.organization.Actors;
import app.leeway.organization.ChoosingPreferences;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Preferences;
import app.leeway.organization.Role;
import app.leeway.shared.RefusedException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.logging.Logger;

/**
 * What the template asks: who is here, where, in which language and light, and which places they
 * have. Also stands behind pages for somebody who is not known, so that they can be told why.
 */
@Named("frame")
@RequestScoped
public class FrameView {

    /** Places of their own, in the folder of another one. */
    private static final Set<String> APART =
            Set.of("/approval/reviews.xhtml", "/approval/absence.xhtml");

    private static final Logger LOG = Logger.getLogger(FrameView.class.getName());

    @Inject Actors actors;

    @Inject Organizations organizations;

    @Inject ChoosingPreferences choosing;

    private Actor actor;
    private Preferences preferences = new Preferences("en", "right", "auto");
    private String place = "";
    private ZoneId zone = ZoneOffset.UTC;
    private String currency;

    @PostConstruct
    void open() {
        try {
            Organization organization = organizations.current();
            take(organization.company());
            actor = actors.actor();
            preferences = choosing.chosen(actor);
            zone = organization.zoneOf(actor.at());
            place =
                    organization
                            .unit(actor.at())
                            .map(unit -> unit.name().in(preferences.language()))
                            .orElse("");
        } catch (RefusedException unknown) {
            LOG.fine(() -> "A page for nobody of this company: " + unknown.getMessage());
        }
    }

    private void take(Organization.Company company) {
        currency = company.currency();
        zone = company.zone();
        preferences = new Preferences(company.languages().get(0), "right", "auto");
    }

    public boolean isKnown() {
        return actor != null;
    }

    public String getUser() {
        return actor == null ? null : actor.user();
    }

    public String getName() {
        return actor == null ? null : actor.name();
    }

    public String getFirstName() {
        return actor == null ? "" : actor.name().split(" ")[0];
    }

    public String getPlace() {
        return place;
    }

    /** {@code sv} or {@code en}; nothing else ever becomes a locale. */
    public String getLanguage() {
        return preferences.language();
    }

    /** {@code auto}, {@code light} or {@code dark}. */
    public String getAppearance() {
        return preferences.appearance();
    }

    /** For the browser's own parts, before any style has come. */
    public String getColorScheme() {
        return "auto".equals(getAppearance()) ? "light dark" : getAppearance();
    }

    public ZoneId getZone() {
        return zone;
    }

    public String getCurrency() {
        return currency;
    }

    public boolean has(String role) {
        return actor != null && Role.of(role).filter(actor::is).isPresent();
    }

    /** Somebody whose approval is asked for. */
    public boolean isDecides() {
        return has("manager");
    }

    /** A steward keeps rules, not what others gave. */
    public boolean isSeesGestures() {
        return has("staff") || has("manager") || has("leader") || has("auditor");
    }

    /** As {@link app.leeway.organization.LookingAtPeople} has it. */
    public boolean isSeesPeople() {
        return has("manager") || has("leader") || has("steward") || has("auditor");
    }

    /** Leadership reads what gestures were worth. */
    public boolean isReviews() {
        return has("leader") || has("steward") || has("auditor");
    }

    public boolean isKeepsCompany() {
        return has("steward") || has("auditor");
    }

    /**
     * Whether the page that is shown belongs to the place: the same page, or one of the same
     * folder.
     */
    public boolean isAt(String outcome) {
        return isAt(outcome, FacesContext.getCurrentInstance().getViewRoot().getViewId());
    }

    static boolean isAt(String outcome, String view) {
        String page = outcome + ".xhtml";
        String folder = outcome.substring(0, outcome.lastIndexOf('/') + 1);
        return view.equals(page)
                || folder.length() > 1
                        && view.startsWith(folder)
                        && !APART.contains(view)
                        && !APART.contains(page);
    }
}
