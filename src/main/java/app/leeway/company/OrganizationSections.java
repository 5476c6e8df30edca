package app.leeway.company;

import app.leeway.company.References.To;
import app.leeway.organization.ApprovalRules;
import app.leeway.organization.LateEntryRules;
import app.leeway.organization.OrgUnit.Level;
import app.leeway.organization.Organization.Company;
import app.leeway.organization.OrganizationDefinition;
import app.leeway.organization.OrganizationDefinition.Authority;
import app.leeway.organization.OrganizationDefinition.Member;
import app.leeway.organization.OrganizationDefinition.Unit;
import app.leeway.organization.Role;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the company, its units, its people, and what its managers may grant. */
class OrganizationSections {

    private static final Map<String, Level> LEVELS =
            Map.of("region", Level.REGION, "site", Level.SITE, "team", Level.TEAM);
    private static final Map<String, Role> ROLES =
            Stream.of(Role.values()).collect(Collectors.toMap(Role::code, Function.identity()));
    private static final Map<String, ZoneId> ZONES =
            ZoneId.getAvailableZoneIds().stream()
                    .filter(zone -> zone.contains("/") || zone.equals("UTC"))
                    .collect(Collectors.toMap(Function.identity(), ZoneId::of));

    private static final Set<String> UNIT_KEYS =
            Set.of("code", "name", "level", "under", "zone", "hours", "sample");

    private final Entry whole;
    private final References references;
    private final OrgTree tree = new OrgTree();
    private String currency = "EUR"; // to read amounts by, while the file's own is unknown

    OrganizationSections(Entry whole, References references) {
        this.whole = whole;
        this.references = references;
    }

    OrganizationDefinition read() {
        Company company = company();
        List<Unit> units = units(company);
        List<Member> people = people();
        DecidingSections deciding = new DecidingSections(whole, references, currency);
        List<Authority> authorities = deciding.authorities();
        ApprovalRules approvals = deciding.approvals();
        LateEntryRules lateEntries = deciding.lateEntries();
        return company == null || !whole.nothingIsWrong()
                ? null
                : new OrganizationDefinition(
                        company,
                        tree.withoutRepeatedZones(company, units),
                        people,
                        authorities,
                        approvals,
                        lateEntries);
    }

    /** By which all amounts of the file are read. */
    String currency() {
        return currency;
    }

    private Company company() {
        Entry entry =
                whole.entry("company", Set.of("code", "name", "currency", "zone", "languages"));
        if (entry == null) {
            return null;
        }
        Leaf code = entry.code("code");
        references.declare(To.UNIT, code);
        String name = entry.text("name");
        String read = currency(entry);
        currency = read == null ? currency : read;
        ZoneId zone = zone(entry);
        List<String> languages = languages(entry);
        return code == null || zone == null
                ? null
                : new Company(code.text(), name, read, zone, languages);
    }

    private static String currency(Entry entry) {
        Leaf leaf = entry.leaf("currency");
        if (leaf == null) {
            return null;
        }
        boolean known =
                Currency.getAvailableCurrencies().stream()
                        .filter(c -> c.getDefaultFractionDigits() >= 0)
                        .anyMatch(c -> c.getCurrencyCode().equals(leaf.text()));
        if (!known) {
            entry.wrong("currency", "unknown-value.currency", leaf.text());
            return null;
        }
        return leaf.text();
    }

    private static ZoneId zone(Entry entry) {
        Leaf leaf = entry.leaf("zone");
        ZoneId zone = leaf == null ? null : ZONES.get(leaf.text());
        if (leaf != null && zone == null) {
            entry.wrong("zone", "unknown-value.zone", leaf.text());
        }
        return zone;
    }

    private static List<String> languages(Entry entry) {
        List<String> languages =
                entry.leaves("languages").stream()
                        .map(leaf -> leaf.oneOf(Map.of("sv", "sv", "en", "en")))
                        .toList();
        if (languages.isEmpty()) {
            entry.wrong("languages", "missing.language");
        }
        return languages;
    }

    private List<Unit> units(Company company) {
        List<Unit> units = new ArrayList<>();
        for (Entry entry : whole.entries("organization", UNIT_KEYS)) {
            Leaf code = entry.code("code");
            references.declare(To.UNIT, code);
            Leaf under = entry.optionalCode("under");
            references.use(To.UNIT, under);
            Level level = entry.oneOf("level", LEVELS);
            if (level == Level.SITE) {
                references.mention(To.SITE, code);
            }
            ZoneId zone = entry.has("zone") ? zone(entry) : null;
            String above = under != null ? under.text() : company == null ? null : company.code();
            Unit unit =
                    new Unit(
                            code == null ? null : code.text(),
                            entry.texts("name"),
                            level,
                            above,
                            zone,
                            DecidingSections.hours(entry),
                            DecidingSections.sample(entry));
            units.add(unit);
            tree.add(unit, entry);
        }
        tree.check();
        return units;
    }

    private List<Member> people() {
        List<Member> people = new ArrayList<>();
        for (Entry entry : whole.entries("people", Set.of("user", "name", "at", "roles", "rate"))) {
            Leaf user = entry.user("user");
            references.declare(To.PERSON, user);
            Leaf at = entry.code("at");
            references.use(To.UNIT, at);
            Set<Role> roles = roles(entry);
            people.add(
                    new Member(
                            user == null ? null : user.text(),
                            entry.text("name"),
                            at == null ? null : at.text(),
                            roles,
                            entry.optionalMoney("rate", currency)));
        }
        return people;
    }

    private static Set<Role> roles(Entry person) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        List<Leaf> said = person.leaves("roles");
        said.stream().map(leaf -> leaf.oneOf(ROLES)).filter(Objects::nonNull).forEach(roles::add);
        if (said.isEmpty()) {
            person.wrong("roles", "missing.role");
        }
        return roles;
    }
}
