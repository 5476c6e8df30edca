package app.leeway.organization;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The company as it is at one revision: its units as a tree, its people, and how much each manager
 * may grant. Immutable; {@link Organizations} knows when another has taken its place.
 */
public final class Organization {

    /**
     * @param zone where the company's days begin, unless a unit says otherwise
     * @param languages in the file's order; the first is spoken to whoever has not chosen
     */
    public record Company(
            String code, String name, String currency, ZoneId zone, List<String> languages) {}

    /** What was retired: nobody acts in it any more, and what happened in it still has a name. */
    record Former(List<OrgUnit> units, List<Person> people) {

        static final Former NONE = new Former(List.of(), List.of());
    }

    private final long revision;
    private final Company company;
    private final Map<String, OrgUnit> units;
    private final Map<String, OrgUnit> unitsEver;
    private final Map<Long, Person> people;
    private final Map<Long, Person> peopleEver;
    private final Map<String, Authority> authorities;
    private final ApprovalRules approvals;
    private final LateEntryRules lateEntries;

    Organization(
            long revision,
            Company company,
            List<OrgUnit> units,
            List<Person> people,
            List<Authority> authorities,
            ApprovalRules approvals,
            LateEntryRules lateEntries,
            Former former) {
        this.revision = revision;
        this.company = company;
        this.units = units.stream().collect(inOrder(OrgUnit::code));
        this.people = people.stream().collect(inOrder(Person::id));
        this.unitsEver = with(this.units, former.units, OrgUnit::code);
        this.peopleEver = with(this.people, former.people, Person::id);
        this.authorities = authorities.stream().collect(inOrder(Authority::at));
        this.approvals = approvals;
        this.lateEntries = lateEntries;
    }

    private static <K, V> java.util.stream.Collector<V, ?, Map<K, V>> inOrder(Function<V, K> key) {
        return Collectors.toMap(
                key, Function.identity(), (first, second) -> first, LinkedHashMap::new);
    }

    private static <K, V> Map<K, V> with(Map<K, V> present, List<V> former, Function<V, K> key) {
        Map<K, V> both = new LinkedHashMap<>(present);
        former.forEach(f -> both.putIfAbsent(key.apply(f), f));
        return both;
    }

    public long revision() {
        return revision;
    }

    /** Decimals of its currency. */
    public int currencyDigits() {
        return Currency.getInstance(company.currency()).getDefaultFractionDigits();
    }

    public Company company() {
        return company;
    }

    /** Those in use, in the company file's order. */
    public List<OrgUnit> units() {
        return List.copyOf(units.values());
    }

    /** One in use: where something may happen now. */
    public Optional<OrgUnit> unit(String code) {
        return Optional.ofNullable(units.get(code));
    }

    /** One in use or retired: where something may have happened. */
    public Optional<OrgUnit> unitEver(String code) {
        return Optional.ofNullable(unitsEver.get(code));
    }

    /** Those retired. */
    public List<OrgUnit> formerUnits() {
        return unitsEver.values().stream().filter(u -> !units.containsKey(u.code())).toList();
    }

    /** Those who act, in the company file's order. */
    public List<Person> people() {
        return List.copyOf(people.values());
    }

    /** One who acts, or who did once: history keeps their names. */
    public Optional<Person> person(long id) {
        return Optional.ofNullable(peopleEver.get(id));
    }

    /** Whether somebody is of the company now. */
    public boolean isActive(long personId) {
        return people.containsKey(personId);
    }

    /** One who acts. */
    public Optional<Person> person(String user) {
        return people.values().stream().filter(p -> p.user().equals(user)).findFirst();
    }

    /** The unit itself, then those above it, the company last; empty for an unknown code. */
    public List<String> upwards(String code) {
        List<String> path = new ArrayList<>();
        for (OrgUnit unit = unitsEver.get(code);
                unit != null;
                unit = unit.under() == null ? null : unitsEver.get(unit.under())) {
            path.add(unit.code());
        }
        return path;
    }

    /** Codes of the unit itself and of all below it, retired ones too. */
    public Set<String> downwards(String code) {
        return unitsEver.keySet().stream()
                .filter(inner -> holds(code, inner))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How much a manager at each unit may grant in one decision, in the company file's order. */
    public List<Authority> authorities() {
        return List.copyOf(authorities.values());
    }

    public Optional<Authority> authority(String at) {
        return Optional.ofNullable(authorities.get(at));
    }

    /** What the company says of deciding exceptions. */
    public ApprovalRules approvals() {
        return approvals;
    }

    /** What the company says of gestures that are logged late. */
    public LateEntryRules lateEntries() {
        return lateEntries;
    }

    /** When somebody works at a place: its own hours, or those of the nearest unit above. */
    public WorkingHours hoursOf(String place) {
        return new WorkingHours(
                nearest(place, OrgUnit::hours).orElse(WorkingWeek.ALWAYS), zoneOf(place));
    }

    /** How many of a hundred gestures inside the rules somebody looks at, at a place. */
    public int sampleOf(String place) {
        return nearest(place, OrgUnit::sample)
                .orElse(approvals.sample() == null ? 0 : approvals.sample());
    }

    private <T> Optional<T> nearest(String place, Function<OrgUnit, T> own) {
        return upwards(place).stream()
                .map(unitsEver::get)
                .map(own)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Whether {@code inner} is {@code outer} or below it. */
    public boolean holds(String outer, String inner) {
        return upwards(inner).contains(outer);
    }

    /** The site that a place is or belongs to; empty above sites. */
    public Optional<OrgUnit> siteOf(String place) {
        return upwards(place).stream()
                .map(unitsEver::get)
                .filter(u -> u.level() == OrgUnit.Level.SITE)
                .findFirst();
    }

    public ZoneId zoneOf(String place) {
        return unitEver(place).map(OrgUnit::zone).orElse(company.zone());
    }

    /**
     * Where somebody may log: their whole site when they belong to a team of it, else their unit
     * and below.
     */
    public boolean mayActAt(Person person, String place) {
        String reach = siteOf(person.at()).map(OrgUnit::code).orElse(person.at());
        return holds(reach, place);
    }

    /** Whether somebody is the manager of those who act at a unit: one at a unit above it. */
    public boolean isManagerOf(long personId, String at) {
        return person(personId)
                .filter(other -> other.roles().contains(Role.MANAGER))
                .filter(other -> !other.at().equals(at))
                .filter(other -> holds(other.at(), at))
                .isPresent();
    }

    /** Whether a manager's authority covers the amount, by the category's own limit if any. */
    public boolean mayGrant(Person manager, String category, long amountMinor) {
        return authority(manager.at())
                .filter(authority -> authority.upTo(category) >= amountMinor)
                .isPresent();
    }
}
