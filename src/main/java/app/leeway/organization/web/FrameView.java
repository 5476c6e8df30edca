package app.leeway.organization.web;

import app.leeway.organization.Actor;
import app.leeway.organization.ChoosingPreferences;
import app.leeway.organization.DeskCount;
import app.leeway.organization.DeskPlace;
import app.leeway.organization.DeskPlaces;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Preferences;
import app.leeway.organization.Role;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.RefusedException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * What the template asks: who is here, where, in which language and light, and which places they
 * have. Also stands behind pages for somebody who is not known, so that they can be told why.
 */
@Named("frame")
@RequestScoped
public class FrameView {

    /** Also for somebody who is not known. */
    static final DeskPlace START =
            new DeskPlace(0, "/index", "pi-home", "place.start", actor -> true);

    private static final Logger LOG = Logger.getLogger(FrameView.class.getName());

    @Inject Actors actors;

    @Inject Organizations organizations;

    @Inject ChoosingPreferences choosing;

    @Inject @Any Instance<DeskPlaces> features;

    private Actor actor;
    private Preferences preferences = new Preferences("en", "right", "auto");
    private String place = "";
    private ZoneId zone = ZoneOffset.UTC;
    private String currency;
    private List<DeskPlace> places = List.of(START);
    private List<DeskCount> counts = List.of();

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
            places = places(actor);
            counts = counts(actor);
        } catch (RefusedException unknown) {
            LOG.fine(() -> "A page for nobody of this company: " + unknown.getMessage());
        }
    }

    private void take(Organization.Company company) {
        currency = company.currency();
        zone = company.zone();
        preferences = new Preferences(company.languages().get(0), "right", "auto");
    }

    private List<DeskPlace> places(Actor actor) {
        return Stream.concat(Stream.of(START), features.stream().flatMap(f -> f.places().stream()))
                .filter(place -> place.seenBy().test(actor))
                .sorted(Comparator.comparingInt(DeskPlace::order))
                .toList();
    }

    private List<DeskCount> counts(Actor actor) {
        return features.stream()
                .flatMap(feature -> feature.counts().stream())
                .filter(count -> count.seenBy().test(actor))
                .sorted(Comparator.comparingInt(DeskCount::order))
                .toList();
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

    public boolean isSeesGestures() {
        return actor != null && actor.seesGestures();
    }

    /** The navigation of whoever is here. */
    public List<DeskPlace> getPlaces() {
        return places;
    }

    /** What may wait for whoever is here. */
    public List<DeskCount> getCounts() {
        return counts;
    }

    /** Whether the page that is shown belongs to the place. */
    public boolean isAt(DeskPlace place) {
        String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        return place.holds(view.replaceFirst("\\.xhtml$", ""));
    }
}
