package app.leeway.company;

import app.leeway.audit.AuditTrail;
import app.leeway.budget.ReplacingBudgets;
import app.leeway.catalogue.ReplacingCatalogue;
import app.leeway.guardrail.ReplacingRules;
import app.leeway.loyalty.KeepingOutcomeSettings;
import app.leeway.organization.Actor;
import app.leeway.organization.KeepingTabletRules;
import app.leeway.organization.ReplacingOrganization;
import app.leeway.organization.SecondFactor;
import app.leeway.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Puts a company file in place of what is stored, in the caller's transaction.
 *
 * <p>Organization first, then catalogue, rules and budgets, because each names codes of those
 * before; the company's revision last, so that nobody remembers what is not committed.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class TakingOver {

    @Inject StoredCompany stored;
    @Inject ReplacingOrganization organization;
    @Inject ReplacingCatalogue catalogue;
    @Inject ReplacingRules rules;
    @Inject ReplacingBudgets budgets;
    @Inject KeepingOutcomeSettings outcomes;
    @Inject KeepingTabletRules tablet;
    @Inject AuditTrail audit;
    @Inject SecondFactor secondFactor;
    @Inject Clock clock;

    /**
     * A second factor is asked for where the company asks for one before or afterwards: so nobody
     * can turn it off without, nor turn it on in a realm that has none.
     *
     * @param by whoever imports
     * @throws app.leeway.shared.RefusedException INVALID with every problem of the file;
     *     WRONG_STATE when it is of another company; STEP_UP_NEEDED without a second factor that is
     *     needed
     */
    Imported takingOver(InputStream yaml, Actor by) {
        return takingOver(yaml, people -> by.personId(), () -> secondFactor.require(by));
    }

    /**
     * @param by answers who imports, once it is known which people the file names; null: the system
     *     itself
     * @throws app.leeway.shared.RefusedException as above
     */
    Imported takingOver(InputStream yaml, Function<Map<String, Long>, Long> by) {
        return takingOver(yaml, by, () -> {});
    }

    private Imported takingOver(
            InputStream yaml, Function<Map<String, Long>, Long> by, Runnable secondFactorNeeded) {
        organization.waitForOthers();
        CompanyFile before = stored.current().orElse(null);
        Reading reading = CompanyFileReader.read(yaml, stored.former());
        CompanyFile file = reading.orRefuse();
        if (knowsSecondFactor(before) || knowsSecondFactor(file)) {
            secondFactorNeeded.run();
        }
        List<Change> changes = Comparison.changes(before, file);
        Map<String, Long> people = organization.replace(file.organization());
        catalogue.replace(file.kinds(), file.touchpoints(), file.incidents());
        replaceRules(file, reading);
        budgets.replace(file.budgets(), people::get);
        outcomes.replace(file.outcomes());
        tablet.replace(file.tablet());
        long revision = organization.raiseRevision();
        audit.append(
                new ImportRecord(by.apply(people), people, revision, before != null)
                        .notes(file.organization().company().code(), changes));
        return new Imported(revision, changes);
    }

    private static boolean knowsSecondFactor(CompanyFile file) {
        return file != null && file.organization().approvals().knowsSecondFactor();
    }

    private void replaceRules(CompanyFile file, Reading reading) {
        LocalDate today =
                clock.instant().atZone(file.organization().company().zone()).toLocalDate();
        List<Problem> problems =
                rules.replace(file.clauses(), file.guardrails(), today).stream()
                        .map(violation -> problem(violation, reading))
                        .toList();
        if (!problems.isEmpty()) {
            throw Reading.refused(problems);
        }
    }

    /** The rules know their place in the list, the reading knows the line. */
    private static Problem problem(Violation violation, Reading reading) {
        String field = violation.field();
        List<Integer> lines = reading.guardrailLines();
        int line =
                field.endsWith("]")
                        ? lines.get(
                                Integer.parseInt(
                                        field.substring(
                                                field.indexOf('[') + 1, field.length() - 1)))
                        : reading.guardrailsLine();
        return new Problem(line, field, violation.code(), violation.said());
    }
}
