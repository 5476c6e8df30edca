package app.leeway.approval.web;

import app.leeway.approval.look.EndorsingLooks;
import app.leeway.approval.look.Look;
import app.leeway.approval.look.Looks;
import app.leeway.approval.look.QuestioningRules;
import app.leeway.approval.look.SeeingLooks;
import app.leeway.approval.look.TalkingAboutLooks;
import app.leeway.guardrail.Clause;
import app.leeway.guardrail.Rules;
import app.leeway.organization.Actor;
import app.leeway.organization.Actors;
import app.leeway.organization.Role;
import app.leeway.shared.RefusedException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What was done and is to be looked at: of others, and one's own. */
@Named("reviews")
@RequestScoped
public class ReviewsView {

    private static final String BACK = "/approval/reviews?faces-redirect=true";
    private static final int MOST = 50;

    @Inject Actors actors;
    @Inject Looks looks;
    @Inject EndorsingLooks endorsing;
    @Inject TalkingAboutLooks talking;
    @Inject QuestioningRules questioning;
    @Inject SeeingLooks seeing;
    @Inject Rules rules;

    private Actor actor;
    private List<LookLine> others = List.of();
    private List<LookLine> mine;
    private String wrong;

    @PostConstruct
    void open() {
        actor = actors.actor();
        if (isOverseer()) {
            others = lines(looks.ofOthers(actor, null, MOST));
        }
        mine = lines(looks.mine(actor, null, MOST));
    }

    private static List<LookLine> lines(List<Look> looks) {
        return looks.stream().map(LookLine::new).toList();
    }

    public boolean isOverseer() {
        return actor.is(Role.MANAGER) || actor.is(Role.LEADER) || actor.is(Role.AUDITOR);
    }

    /** Whether the reader acts on what they see; auditors and leaders only read. */
    public boolean isActing() {
        return actor.is(Role.MANAGER);
    }

    public String endorse(LookLine line) {
        return trying(() -> endorsing.endorsing(actor, line.id()));
    }

    public String talk(LookLine line) {
        return trying(() -> talking.talking(actor, line.id(), line.getText()));
    }

    public String question(LookLine line) {
        return trying(
                () ->
                        questioning.questioning(
                                actor, line.id(), line.getRule(), null, line.getText()));
    }

    public String see(LookLine line) {
        return trying(() -> seeing.seeing(actor, line.id()));
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

    public List<LookLine> getOthers() {
        return others;
    }

    public List<LookLine> getMine() {
        return mine;
    }

    /** The code of what is wrong; null: nothing is. */
    public String getWrong() {
        return wrong;
    }
}
