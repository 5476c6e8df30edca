package app.leeway.approval.web;

import app.leeway.approval.ApprovalFilter;
import app.leeway.approval.ApprovalFilter.View;
import app.leeway.approval.LookingAtApprovals;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.organization.identity.Actors;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * How many wait for my answer: for the line on top of every page. Whoever decides nothing sees how
 * many wait where they look.
 */
@Named("waiting")
@RequestScoped
public class WaitingView {

    @Inject Actors actors;

    @Inject LookingAtApprovals looking;

    private long count;

    @PostConstruct
    void open() {
        Actor actor = actors.actor();
        View whose = actor.is(Role.MANAGER) ? View.DECIDE : View.ALL;
        count = looking.count(new ApprovalFilter(whose, null, null, null, false), actor);
    }

    public long getCount() {
        return count;
    }
}
