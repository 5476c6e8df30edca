package app.leeway.gesture;

import app.leeway.budget.BudgetPlan;
import app.leeway.budget.Budgets;
import app.leeway.catalogue.Catalogue;
import app.leeway.catalogue.Catalogues;
import app.leeway.guardrail.Guardrails;
import app.leeway.guardrail.Rules;
import app.leeway.organization.CompanyRevision;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Everything that judging rests on, all of one and the same revision of the company. */
record RuleSnapshot(
        long revision,
        Organization organization,
        Catalogue catalogue,
        Guardrails guardrails,
        BudgetPlan budgets) {

    String currency() {
        return organization.company().currency();
    }

    /** Where the premises are kept until the company changes. */
    @ApplicationScoped
    static class Keeper {

        @Inject CompanyRevision revision;

        @Inject Organizations organizations;

        @Inject Catalogues catalogues;

        @Inject Rules rules;

        @Inject Budgets budgets;

        private volatile RuleSnapshot newest;

        /**
         * The newest that this server has seen, without asking: whoever writes compares its
         * revision in the transaction. Empty until something was read.
         */
        Optional<RuleSnapshot> latest() {
            return Optional.ofNullable(newest);
        }

        @Transactional
        RuleSnapshot current() {
            return asOf(revision.current());
        }

        @Transactional
        RuleSnapshot asOf(long companyRevision) {
            RuleSnapshot known = newest;
            if (known != null && known.revision() == companyRevision) {
                return known;
            }
            RuleSnapshot loaded =
                    new RuleSnapshot(
                            companyRevision,
                            organizations.asOf(companyRevision),
                            catalogues.asOf(companyRevision),
                            rules.asOf(companyRevision),
                            budgets.asOf(companyRevision));
            newest = loaded;
            return loaded;
        }
    }
}
