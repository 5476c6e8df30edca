package app.leeway.budget;

import app.leeway.organization.CompanyRevision;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.shared.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneId;
import java.util.List;

/** The budgets of the company, as of its newest revision or a given one. */
@ApplicationScoped
public class Budgets {

    @PersistenceContext EntityManager entities;

    @Inject CompanyRevision revision;

    @Inject Organizations organizations;

    private final Snapshot<BudgetPlan> kept = new Snapshot<>();

    public BudgetPlan current() {
        return asOf(revision.current());
    }

    /**
     * @param companyRevision a revision that the caller has read
     */
    public BudgetPlan asOf(long companyRevision) {
        return kept.at(companyRevision, () -> load(organizations.asOf(companyRevision)));
    }

    private BudgetPlan load(Organization organization) {
        List<BudgetRow> rows =
                entities.createQuery(
                                "select b from BudgetRow b where b.active = true order by b.position",
                                BudgetRow.class)
                        .setHint(Snapshot.FRESH, true)
                        .getResultList();
        return new BudgetPlan(
                rows.stream().map(row -> row.budget(zoneOf(row, organization))).toList());
    }

    private static ZoneId zoneOf(BudgetRow row, Organization organization) {
        String place =
                row.ofPerson == null
                        ? row.ofUnit
                        : organization.person(row.ofPerson).map(p -> p.at()).orElse(null);
        return organization.zoneOf(place);
    }
}
