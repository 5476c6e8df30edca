package app.leeway.budget.web;

import app.leeway.audit.AuditChainVerifier;
import app.leeway.budget.Reconciling;
import app.leeway.budget.RecordedGestures;
import app.leeway.organization.Access;
import app.leeway.organization.Role;
import app.leeway.organization.identity.Actors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Does it all add up? Read from end to end, so it is asked for after the page is there. */
@Named("check")
@RequestScoped
public class CheckView {

    @Inject Actors actors;

    @Inject Access access;

    @Inject Reconciling reconciling;

    @Inject RecordedGestures recorded;

    @Inject AuditChainVerifier checking;

    private Reconciling.Reconciliation budgets;
    private RecordedGestures.Comparison gestures;
    private AuditChainVerifier.Check record;

    public void run() {
        access.require(actors.actor(), Role.AUDITOR);
        budgets = reconciling.reconcile();
        gestures = recorded.compare();
        record = checking.check();
    }

    public boolean isDone() {
        return record != null;
    }

    public Reconciling.Reconciliation getBudgets() {
        return budgets;
    }

    public RecordedGestures.Comparison getGestures() {
        return gestures;
    }

    public AuditChainVerifier.Check getRecord() {
        return record;
    }
}
