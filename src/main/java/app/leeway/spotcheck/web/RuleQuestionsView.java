package app.leeway.spotcheck.web;

import app.leeway.organization.Actor;
import app.leeway.organization.identity.Actors;
import app.leeway.spotcheck.RuleQuestion;
import app.leeway.spotcheck.RuleQuestions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What practice asks of the rules, beside them; nothing for whoever only follows them. */
@Named("questions")
@RequestScoped
public class RuleQuestionsView {

    private static final int MOST = 50;

    @Inject Actors actors;
    @Inject RuleQuestions questions;

    private List<RuleQuestion> latest = List.of();

    @PostConstruct
    void open() {
        Actor actor = actors.actor();
        if (questions.areOpenTo(actor)) {
            latest = questions.asked(actor, null, MOST);
        }
    }

    public List<RuleQuestion> getLatest() {
        return latest;
    }
}
