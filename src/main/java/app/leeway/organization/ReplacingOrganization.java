package app.leeway.organization;

import app.leeway.shared.Complaint;
import app.leeway.shared.LocalizedText;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes the organization that of a company file, section by section, in the caller's transaction:
 * first the company itself, then its units, then the people who act in them. Units and people that
 * are missing there are retired, never removed; those that come back are the same as before.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class ReplacingOrganization {

    @PersistenceContext EntityManager store;

    @Inject Event<PeopleChanged> changed;

    /** One import at a time; whoever only reads goes on. */
    public void waitForOthers() {
        store.createNativeQuery("LOCK TABLE company IN EXCLUSIVE MODE").executeUpdate();
    }

    /** Tells every server that what it remembers is of yesterday. The last thing an import does. */
    public long raiseRevision() {
        CompanyRow row = store.find(CompanyRow.class, true);
        row.revision++;
        store.flush();
        changed.fire(new PeopleChanged());
        return row.revision;
    }

    /**
     * @throws RefusedException WRONG_STATE when it is another company, or the same in another
     *     currency: what was given could no longer be added up
     */
    public void replaceCompany(Organization.Company company) {
        CompanyRow row = store.find(CompanyRow.class, true);
        if (row == null) {
            row = new CompanyRow();
            row.code = company.code();
            row.currency = company.currency();
        }
        if (!row.code.equals(company.code()) || !row.currency.equals(company.currency())) {
            Complaint other =
                    Complaint.of(
                            "other-company",
                            row.code,
                            row.currency,
                            company.code(),
                            company.currency());
            throw new RefusedException(
                    Refusal.WRONG_STATE,
                    other.said().en(),
                    List.of(new Violation("company", other)));
        }
        row.name = company.name();
        row.zone = company.zone().getId();
        row.languages = String.join(",", company.languages());
        store.persist(row);
        store.flush();
    }

    public void replaceApprovals(ApprovalRules approvals) {
        CompanyRow row = store.find(CompanyRow.class, true);
        row.fourEyesAboveMinor = approvals.fourEyesAboveMinor();
        row.remindAfter = text(approvals.remindAfter());
        row.escalateAfter = text(approvals.escalateAfter());
        row.sample = approvals.sample();
        row.secondFactorAboveMinor = approvals.secondFactorAboveMinor();
        store.flush();
    }

    public void replaceLateEntries(LateEntryRules lateEntries) {
        CompanyRow row = store.find(CompanyRow.class, true);
        row.lateWithinDays = lateEntries.withinDays();
        row.lateTellFrom = lateEntries.tellFrom();
        store.flush();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    /**
     * @param below all units but the company itself
     */
    public void replaceUnits(Organization.Company company, List<UnitDefinition> below) {
        Map<String, OrgUnitRow> rows =
                store.createQuery("select u from OrgUnitRow u", OrgUnitRow.class)
                        .getResultStream()
                        .collect(Collectors.toMap(u -> u.code, u -> u));
        rows.values().forEach(row -> row.active = false);
        List<UnitDefinition> units = new ArrayList<>();
        units.add(
                new UnitDefinition(
                        company.code(),
                        LocalizedText.same(company.name()),
                        OrgUnit.Level.COMPANY,
                        null,
                        null,
                        null,
                        null));
        units.addAll(below);
        for (int i = 0; i < units.size(); i++) {
            OrgUnitRow row = rows.getOrDefault(units.get(i).code(), new OrgUnitRow());
            become(row, units.get(i), i);
            store.persist(row);
        }
        store.flush();
    }

    private static void become(OrgUnitRow row, UnitDefinition unit, int position) {
        row.code = unit.code();
        row.nameSv = unit.name().sv();
        row.nameEn = unit.name().en();
        row.level = unit.level().code();
        row.under = unit.under();
        row.zone = unit.zone() == null ? null : unit.zone().getId();
        row.hours = text(unit.hours());
        row.sample = unit.sample();
        row.position = position;
        row.active = true;
    }

    public void replacePeople(List<PersonDefinition> people) {
        Map<String, PersonRow> rows =
                store.createQuery("select p from PersonRow p", PersonRow.class)
                        .getResultStream()
                        .collect(Collectors.toMap(p -> p.userName, p -> p));
        rows.values().forEach(row -> row.active = false);
        for (int i = 0; i < people.size(); i++) {
            PersonRow row = rows.computeIfAbsent(people.get(i).user(), user -> new PersonRow());
            become(row, people.get(i), i);
            store.persist(row);
        }
        store.flush();
    }

    /** Keys of the people by user name, those retired too, as this transaction sees them. */
    public Map<String, Long> peopleIds() {
        return store.createQuery("select p from PersonRow p", PersonRow.class)
                .getResultStream()
                .collect(Collectors.toMap(p -> p.userName, p -> p.id));
    }

    private static void become(PersonRow row, PersonDefinition member, int position) {
        row.userName = member.user();
        row.name = member.name();
        row.atUnit = member.at();
        row.rateMinor = member.rateMinor();
        row.roles.clear();
        member.roles().forEach(role -> row.roles.add(role.code()));
        row.position = position;
        row.active = true;
    }

    public void replaceAuthorities(List<Authority> authorities) {
        Map<String, AuthorityRow> rows =
                store.createQuery("select a from AuthorityRow a", AuthorityRow.class)
                        .getResultStream()
                        .collect(Collectors.toMap(a -> a.atUnit, a -> a));
        for (int i = 0; i < authorities.size(); i++) {
            AuthorityRow row = rows.remove(authorities.get(i).at());
            row = row == null ? new AuthorityRow() : row;
            row.atUnit = authorities.get(i).at();
            row.upToMinor = authorities.get(i).upToMinor();
            row.categories = new TreeMap<>(authorities.get(i).categories());
            row.position = i;
            store.persist(row);
        }
        rows.values()
                .forEach(store::remove); // no history hangs on what somebody might have granted
        store.flush();
    }
}
