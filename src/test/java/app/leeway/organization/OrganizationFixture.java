package app.leeway.organization;

import app.leeway.organization.OrgUnit.Level;
import app.leeway.shared.LocalizedText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A small Nordlyst: restaurant and gym in the north, airline desk at the coast. Anna serves, Kim
 * manages the restaurant, Mats the north, Maria the coast, Lena leads, Axel audits.
 */
public final class OrganizationFixture {

    public static final long ANNA = 1;
    public static final long KIM = 2;
    public static final long MATS = 3;
    public static final long MARIA = 4;
    public static final long LENA = 5;
    public static final long AXEL = 6;
    public static final long GUNNAR = 7;
    public static final long KENT = 8;

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final List<Person> people = new ArrayList<>();
    private final List<Authority> authorities = new ArrayList<>();
    private ApprovalRules approvals = ApprovalRules.USUAL;

    private OrganizationFixture() {}

    /** Kim may grant 2,000, Mats and Maria 10,000, Lena 100,000. */
    public static OrganizationFixture nordlyst() {
        OrganizationFixture fixture = new OrganizationFixture();
        fixture.with(ANNA, "anna", "Anna Ek", "krogen-servis", Role.STAFF)
                .with(KIM, "kim", "Kim Sten", "krogen", Role.STAFF, Role.MANAGER)
                .with(MATS, "mats", "Mats Norén", "north", Role.STAFF, Role.MANAGER)
                .with(MARIA, "maria", "Maria Kust", "coast", Role.STAFF, Role.MANAGER)
                .with(LENA, "lena", "Lena Topp", "nordlyst", Role.LEADER, Role.MANAGER)
                .with(AXEL, "axel", "Axel Revisor", "nordlyst", Role.AUDITOR)
                .with(GUNNAR, "gunnar", "Gunnar Lind", "gymmet", Role.STAFF);
        return fixture.granting("krogen", 200_000, Map.of())
                .granting("north", 1_000_000, Map.of())
                .granting("coast", 1_000_000, Map.of())
                .granting("nordlyst", 10_000_000, Map.of());
    }

    public OrganizationFixture with(long id, String user, String name, String at, Role... roles) {
        people.add(new Person(id, user, null, name, at, Set.of(roles), null, null));
        return this;
    }

    public OrganizationFixture without(String user) {
        people.removeIf(person -> person.user().equals(user));
        return this;
    }

    /** Kent manages the restaurant beside Kim. */
    public OrganizationFixture withKent() {
        return with(KENT, "kent", "Kent Sund", "krogen", Role.MANAGER);
    }

    public OrganizationFixture granting(String at, long upToMinor, Map<String, Long> categories) {
        authorities.removeIf(authority -> authority.at().equals(at));
        authorities.add(new Authority(at, upToMinor, categories));
        return this;
    }

    public OrganizationFixture deciding(ApprovalRules rules) {
        approvals = rules;
        return this;
    }

    public Organization organization() {
        return new Organization(
                1,
                new Organization.Company(
                        "nordlyst", "Nordlyst AB", "SEK", STOCKHOLM, List.of("sv", "en")),
                List.of(
                        unit("nordlyst", Level.COMPANY, null),
                        unit("north", Level.REGION, "nordlyst"),
                        unit("coast", Level.REGION, "nordlyst"),
                        unit("krogen", Level.SITE, "north"),
                        unit("gymmet", Level.SITE, "north"),
                        unit("flygdisk", Level.SITE, "coast"),
                        unit("krogen-servis", Level.TEAM, "krogen")),
                people,
                authorities,
                approvals,
                LateEntryRules.USUAL,
                Organization.Former.NONE);
    }

    /** The organization of this fixture, whoever asks. */
    public Organizations organizations() {
        Organization organization = organization();
        return new Organizations() {
            @Override
            public Organization current() {
                return organization;
            }

            @Override
            public Organization asOf(long revision) {
                return organization;
            }
        };
    }

    /** Rights as they follow from this fixture. */
    public Access access() {
        Access access = new Access();
        access.organizations = organizations();
        return access;
    }

    /** Somebody of this fixture, signed in. */
    public Actor actor(String user) {
        Person person = organization().person(user).orElseThrow();
        return new Actor(person.id(), user, person.name(), person.roles(), person.at(), null, "en");
    }

    /** Units and people as rows, for tests on a database. */
    public List<String> rows() {
        List<String> rows = new ArrayList<>();
        List<OrgUnit> units = organization().units();
        for (int i = 0; i < units.size(); i++) {
            OrgUnit unit = units.get(i);
            rows.add(
                    "INSERT INTO org_unit (code, name_sv, name_en, level, under, position) VALUES"
                            + " ('%s', '%s', '%s', '%s', %s, %d) ON CONFLICT DO NOTHING"
                                    .formatted(
                                            unit.code(),
                                            unit.code(),
                                            unit.code(),
                                            unit.level().code(),
                                            unit.under() == null ? "NULL" : quoted(unit.under()),
                                            i));
        }
        for (Person person : people) {
            rows.add(
                    ("INSERT INTO person (id, user_name, name, at_unit, position)"
                                    + " OVERRIDING SYSTEM VALUE VALUES (%d, '%s', '%s', '%s', %d)"
                                    + " ON CONFLICT DO NOTHING")
                            .formatted(
                                    person.id(),
                                    person.user(),
                                    person.name(),
                                    person.at(),
                                    person.id()));
        }
        return rows;
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    private static OrgUnit unit(String code, Level level, String under) {
        return new OrgUnit(code, LocalizedText.same(code), level, under, STOCKHOLM, null, null);
    }
}
