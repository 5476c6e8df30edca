package app.leeway.organization;

import app.leeway.shared.LocalizedText;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The organization as stored, read anew only when the company's revision has moved. */
@ApplicationScoped
public class Organizations {

    @PersistenceContext EntityManager store;
    @Inject CompanyRevision revision;

    private final Snapshot<Organization> snapshot = new Snapshot<>();

    /**
     * @throws RefusedException NOT_FOUND while no company has been imported
     */
    public Organization current() {
        return asOf(revision.current());
    }

    /**
     * @param revision which the caller has read from the store itself
     */
    public Organization asOf(long revision) {
        return snapshot.at(revision, () -> load(revision));
    }

    private Organization load(long revision) {
        CompanyRow row = store.find(CompanyRow.class, true, Map.of(Snapshot.FRESH, true));
        if (row == null) {
            throw new RefusedException(
                    Refusal.NOT_FOUND,
                    "There is no company yet: a steward imports its file first.");
        }
        List<OrgUnitRow> units =
                store.createQuery(
                                "select u from OrgUnitRow u order by u.position", OrgUnitRow.class)
                        .setHint(Snapshot.FRESH, true)
                        .getResultList();
        Map<String, ZoneId> zones = zones(units, ZoneId.of(row.zone));
        List<PersonRow> people =
                store.createQuery("select p from PersonRow p order by p.position", PersonRow.class)
                        .setHint(Snapshot.FRESH, true)
                        .getResultList();
        return new Organization(
                revision,
                company(row),
                units.stream().filter(u -> u.active).map(u -> unit(u, zones)).toList(),
                people.stream().filter(p -> p.active).map(Organizations::person).toList(),
                authorities(),
                approvals(row),
                new LateEntryRules(row.lateWithinDays, row.lateTellFrom),
                new Organization.Former(
                        units.stream().filter(u -> !u.active).map(u -> unit(u, zones)).toList(),
                        people.stream()
                                .filter(p -> !p.active)
                                .map(Organizations::person)
                                .toList()));
    }

    private List<Authority> authorities() {
        return store.createQuery(
                        "select a from AuthorityRow a order by a.position", AuthorityRow.class)
                .setHint(Snapshot.FRESH, true)
                .getResultStream()
                .map(a -> new Authority(a.atUnit, a.upToMinor, a.categories))
                .toList();
    }

    private static ApprovalRules approvals(CompanyRow row) {
        return new ApprovalRules(
                row.fourEyesAboveMinor,
                row.remindAfter == null ? null : Duration.parse(row.remindAfter),
                row.escalateAfter == null ? null : Duration.parse(row.escalateAfter),
                row.sample,
                row.secondFactorAboveMinor);
    }

    /** Each unit's own zone, else that of the nearest unit above that has one. */
    private static Map<String, ZoneId> zones(List<OrgUnitRow> units, ZoneId company) {
        Map<String, OrgUnitRow> byCode =
                units.stream().collect(Collectors.toMap(u -> u.code, u -> u));
        Map<String, ZoneId> zones = new HashMap<>();
        for (OrgUnitRow unit : units) {
            OrgUnitRow nearest = unit;
            while (nearest != null && nearest.zone == null) {
                nearest = nearest.under == null ? null : byCode.get(nearest.under);
            }
            zones.put(unit.code, nearest == null ? company : ZoneId.of(nearest.zone));
        }
        return zones;
    }

    private static Organization.Company company(CompanyRow row) {
        return new Organization.Company(
                row.code,
                row.name,
                row.currency,
                ZoneId.of(row.zone),
                List.of(row.languages.split(",")));
    }

    private static OrgUnit unit(OrgUnitRow row, Map<String, ZoneId> zones) {
        return new OrgUnit(
                row.code,
                new LocalizedText(row.nameSv, row.nameEn),
                OrgUnit.Level.valueOf(row.level.toUpperCase(java.util.Locale.ROOT)),
                row.under,
                zones.get(row.code),
                row.hours == null ? null : WorkingWeek.parse(row.hours),
                row.sample);
    }

    private static Person person(PersonRow row) {
        Set<Role> roles =
                new ArrayList<>(row.roles)
                        .stream()
                                .map(code -> Role.of(code).orElseThrow())
                                .collect(
                                        Collectors.toCollection(
                                                () -> java.util.EnumSet.noneOf(Role.class)));
        return new Person(
                row.id,
                row.userName,
                row.sub,
                row.name,
                row.atUnit,
                roles,
                row.rateMinor,
                row.language);
    }
}
