package app.leeway.payoff.web;

import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import app.leeway.payoff.Edition;
import app.leeway.payoff.Finding;
import app.leeway.payoff.Group;
import app.leeway.payoff.GroupNames;
import app.leeway.payoff.Lens;
import app.leeway.payoff.LookingAtEpisodes;
import app.leeway.payoff.LookingAtPayoff;
import app.leeway.payoff.ReviewLine;
import app.leeway.payoff.statistics.Effect;
import app.leeway.payoff.statistics.Interval;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands behind one figure of Review. */
@Named("finding")
@RequestScoped
public class FindingView {

    @Inject Actors actors;
    @Inject LookingAtPayoff looking;
    @Inject LookingAtEpisodes episodes;
    @Inject GroupNames names;

    private PayoffAddress address;
    private LookingAtPayoff.Read read;
    private Finding finding;
    private List<Way> ways = List.of();
    private List<ReviewLine> places = List.of();
    private List<LookingAtEpisodes.Shown> shown = List.of();
    private Forest forest;

    /** One way of looking, as a row: what it found, and between what. */
    public record Way(String code, double value, Interval interval, long treated, long controls) {}

    @PostConstruct
    void open() {
        Map<String, String> given =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        address = PayoffAddress.of(given::get);
        Edition.About about =
                "NO".equals(given.get("about")) ? Edition.About.NO : Edition.About.GIVEN;
        Actor actor = actors.actor();
        Edition.Key key = address.edition(about, looking.usualDays());
        Group group = new Group(address.by(), address.key());
        read = looking.read(actor, key).orElseThrow(FindingView::missing);
        finding = read.of(group).orElseThrow(FindingView::missing);
        if (finding.mayBeShown()) {
            ways = ways(finding);
            shown = episodes.show(actor, key, finding);
        }
        if (group.by().equals("kind")) {
            places =
                    looking.lines(read, "kind-site", actor.language()).stream()
                            .filter(line -> line.group().key().startsWith(group.key() + "@"))
                            .filter(ReviewLine::isDrawn)
                            .toList();
        }
        forest = Forest.of(places);
    }

    private static RefusedException missing() {
        return new RefusedException(Refusal.NOT_FOUND, "Nothing has been reckoned of that.");
    }

    private static List<Way> ways(Finding finding) {
        List<Way> ways = new ArrayList<>();
        add(ways, "past", finding.evidence().past(), false);
        add(ways, "pastUncapped", finding.evidence().past(), true);
        add(ways, "seen", finding.evidence().seen(), false);
        add(ways, "seenUncapped", finding.evidence().seen(), true);
        if (finding.evidence().placebo() != null) {
            Effect placebo = finding.evidence().placebo().effect();
            ways.add(
                    new Way(
                            "placebo",
                            placebo.value(),
                            placebo.interval(finding.headline().degrees()),
                            finding.evidence().placebo().treated(),
                            finding.evidence().placebo().controls()));
        }
        return ways;
    }

    private static void add(List<Way> ways, String code, Lens lens, boolean uncapped) {
        if (lens != null) {
            Effect effect = uncapped ? lens.uncapped().effect() : lens.headline().effect();
            ways.add(
                    new Way(
                            code,
                            effect.value(),
                            effect.interval(lens.degrees()),
                            lens.value().treated(),
                            lens.value().controls()));
        }
    }

    public Finding getFinding() {
        return finding;
    }

    public LocalizedText getName() {
        return names.of(finding.group());
    }

    public Edition getEdition() {
        return read.edition();
    }

    /** Where the list is that this is of. */
    public String getBack() {
        return read.edition().key().about() == Edition.About.NO ? "/payoff/no" : "/payoff/review";
    }

    public List<Way> getWays() {
        return ways;
    }

    public List<ReviewLine> getPlaces() {
        return places;
    }

    public List<LookingAtEpisodes.Shown> getShown() {
        return shown;
    }

    public Forest getForest() {
        return forest;
    }

    public String getBy() {
        return finding.group().by();
    }
}
