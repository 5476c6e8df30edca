package app.leeway.gesture.web;

import app.leeway.catalogue.Catalogues;
import app.leeway.gesture.GestureState;
import app.leeway.gesture.Review;
import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Rules;
import app.leeway.organization.Access;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.VisibleScope;
import app.leeway.organization.identity.Actors;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** What the filters of gestures offer: only what the person can see anything of. */
@Named("gestureChoices")
@RequestScoped
public class GestureChoices {

    /** A code, and the words for it; words null: the page has them. */
    public record Choice(String key, String words) {}

    @Inject Actors actors;

    @Inject Access access;

    @Inject Organizations organizations;

    @Inject Catalogues catalogues;

    @Inject Rules rules;

    private List<Choice> sites;
    private List<Choice> kinds;
    private List<Choice> people;
    private List<Choice> clauses;

    @PostConstruct
    void open() {
        String language = actors.actor().language();
        Organization organization = organizations.current();
        VisibleScope reach = access.reach(actors.actor());
        sites =
                organization.units().stream()
                        .filter(unit -> reach.everything() || reach.units().contains(unit.code()))
                        .map(unit -> new Choice(unit.code(), unit.name().in(language)))
                        .toList();
        people =
                organization.people().stream()
                        .filter(person -> reach.covers(person.at(), person.id()))
                        .map(person -> new Choice(person.user(), person.name()))
                        .toList();
        kinds =
                catalogues.current().kinds().stream()
                        .map(kind -> new Choice(kind.code(), kind.name().in(language)))
                        .toList();
        clauses =
                rules.current().clauses().stream()
                        .map(clause -> new Choice(clause.code(), clause.text().in(language)))
                        .toList();
    }

    public List<Choice> getSites() {
        return sites;
    }

    public List<Choice> getKinds() {
        return kinds;
    }

    public List<Choice> getPeople() {
        return people;
    }

    public List<Choice> getClauses() {
        return clauses;
    }

    public List<String> getStates() {
        return Arrays.stream(GestureState.values()).map(GestureState::code).toList();
    }

    public List<String> getReviews() {
        return Arrays.stream(Review.values()).map(Review::code).toList();
    }

    public List<String> getOutcomes() {
        return Arrays.stream(Outcome.values()).map(Outcome::name).toList();
    }
}
