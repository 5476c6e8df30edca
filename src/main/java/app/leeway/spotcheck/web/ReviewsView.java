package app.leeway.spotcheck.web;

import app.leeway.guardrail.Clause;
import app.leeway.guardrail.Rules;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.RefusedException;
import app.leeway.spotcheck.AcknowledgingSpotChecks;
import app.leeway.spotcheck.DiscussingSpotChecks;
import app.leeway.spotcheck.EndorsingSpotChecks;
import app.leeway.spotcheck.QuestioningRules;
import app.leeway.spotcheck.SpotCheck;
import app.leeway.spotcheck.SpotChecks;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What was done and is to be looked at: of others, and one's own. */
@Named("reviews")
@RequestScoped
public class ReviewsView {

    private static final String BACK = "/spotcheck/spot-checks?faces-redirect=true";
    private static final int MOST = 50;

    @Inject Actors actors;
    @Inject SpotChecks spotChecks;
    @Inject EndorsingSpotChecks endorsing;
    @Inject DiscussingSpotChecks talking;
    @Inject QuestioningRules questioning;
    @Inject AcknowledgingSpotChecks seeing;
    @Inject Rules rules;

    private Actor actor;
    private List<SpotCheckLine> others = List.of();
    private List<SpotCheckLine> mine;
    private String wrong;

    @PostConstruct
    void open() {
        actor = actors.actor();
        if (isOverseer()) {
            others = lines(spotChecks.ofOthers(actor, null, MOST));
        }
        mine = lines(spotChecks.mine(actor, null, MOST));
    }

    private static List<SpotCheckLine> lines(List<SpotCheck> spotChecks) {
        return spotChecks.stream().map(SpotCheckLine::new).toList();
    }

    public boolean isOverseer() {
        return actor.is(Role.MANAGER) || actor.is(Role.LEADER) || actor.is(Role.AUDITOR);
    }

    /** Whether the reader acts on what they see; auditors and leaders only read. */
    public boolean isActing() {
        return actor.is(Role.MANAGER);
    }

    public String endorse(SpotCheckLine line) {
        return trying(() -> endorsing.endorse(actor, line.id()));
    }

    public String talk(SpotCheckLine line) {
        return trying(() -> talking.comment(actor, line.id(), line.getText()));
    }

    public String question(SpotCheckLine line) {
        return trying(
                () -> questioning.ask(actor, line.id(), line.getRule(), null, line.getText()));
    }

    public String see(SpotCheckLine line) {
        return trying(() -> seeing.acknowledge(actor, line.id()));
    }

    private String trying(Runnable work) {
        try {
            work.run();
            return BACK;
        } catch (RefusedException refused) {
            wrong =
                    refused.violations().isEmpty()
                            ? refused.refusal().code()
                            : refused.violations().get(0).code();
            return null;
        }
    }

    /** Clauses that a question may be about. */
    public List<Clause> getClauses() {
        return rules.current().clauses();
    }

    public List<SpotCheckLine> getOthers() {
        return others;
    }

    public List<SpotCheckLine> getMine() {
        return mine;
    }

    /** The code of what is wrong; null: nothing is. */
    public String getWrong() {
        return wrong;
    }
}
