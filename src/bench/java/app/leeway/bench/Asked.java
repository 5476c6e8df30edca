package app.leeway.bench;

import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Proposal;

/** A proposal with what was given before, and what the rules made of it. */
public final class Asked {
    private final Proposal proposal;
    private final long customerSum;
    private Outcome outcome = Outcome.GO;

    Asked(Proposal proposal) {
        this.proposal = proposal;
        this.customerSum = proposal.cost().minor() + RuleSet.givenBefore(proposal);
    }

    public String getKind() {
        return proposal.kind();
    }

    public String getTier() {
        return proposal.tier();
    }

    public boolean isStaff() {
        return proposal.roles().contains("staff");
    }

    public boolean isManager() {
        return proposal.roles().contains("manager");
    }

    public long getCost() {
        return proposal.cost().minor();
    }

    public long getCustomerSum() {
        return customerSum;
    }

    Outcome outcome() {
        return outcome;
    }

    /** The strictest counts. */
    public void say(Outcome said) {
        if (said.compareTo(outcome) > 0) {
            outcome = said;
        }
    }
}
