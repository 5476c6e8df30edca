package app.leeway.organization.file;

import app.leeway.companyfile.CodeType;
import app.leeway.companyfile.CompanyFile;
import app.leeway.companyfile.CompanyFileInput;
import app.leeway.companyfile.CompanySection;
import app.leeway.companyfile.FlowMapping;
import app.leeway.companyfile.SectionKey;
import app.leeway.companyfile.YamlMapping;
import app.leeway.companyfile.YamlScalar;
import app.leeway.organization.OrgUnit;
import app.leeway.organization.OrgUnit.Level;
import app.leeway.organization.Organization;
import app.leeway.organization.Organization.Company;
import app.leeway.organization.Organizations;
import app.leeway.organization.ReplacingOrganization;
import app.leeway.organization.UnitDefinition;
import app.leeway.organization.WorkingWeek;
import app.leeway.organization.WorkingWeek.Stretch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code organization}: the units below the company, when they work, and how many are sampled. */
@ApplicationScoped
public class UnitsSection implements CompanySection<List<UnitDefinition>> {

    public static final SectionKey<List<UnitDefinition>> KEY = SectionKey.list("organization", 200);

    /** The company itself, or any unit of it. */
    public static final CodeType UNIT = new CodeType("unit");

    public static final CodeType SITE = new CodeType("site");

    private static final int PER_CENT = 100;
    private static final Map<String, Level> LEVELS =
            Map.of("region", Level.REGION, "site", Level.SITE, "team", Level.TEAM);
    private static final Set<String> KEYS =
            Set.of("code", "name", "level", "under", "zone", "hours", "sample");

    @Inject Organizations organizations;
    @Inject ReplacingOrganization replacing;

    @Override
    public SectionKey<List<UnitDefinition>> key() {
        return KEY;
    }

    @Override
    public List<UnitDefinition> read(CompanyFileInput file) {
        Company company = file.get(CompanyDetailsSection.KEY);
        List<UnitDefinition> units = new ArrayList<>();
        OrgTree tree = new OrgTree();
        for (YamlMapping entry : file.whole().mappings(KEY.name(), KEYS)) {
            YamlScalar code = entry.code("code");
            file.references().declare(UNIT, code);
            YamlScalar under = entry.optionalCode("under");
            file.references().use(UNIT, under);
            Level level = entry.oneOf("level", LEVELS);
            if (level == Level.SITE) {
                file.references().mention(SITE, code);
            }
            ZoneId zone = entry.has("zone") ? CompanyDetailsSection.zone(entry) : null;
            String above = under != null ? under.text() : company == null ? null : company.code();
            UnitDefinition unit =
                    new UnitDefinition(
                            code == null ? null : code.text(),
                            entry.texts("name"),
                            level,
                            above,
                            zone,
                            hours(entry),
                            sample(entry));
            units.add(unit);
            tree.add(unit, entry);
        }
        tree.check();
        return units;
    }

    /** Null where none are given, or where something is wrong with them. */
    private static WorkingWeek hours(YamlMapping unit) {
        if (!unit.has("hours")) {
            return null;
        }
        Map<DayOfWeek, Stretch> days = new EnumMap<>(DayOfWeek.class);
        for (YamlMapping.Pair pair : unit.pairs("hours")) {
            List<DayOfWeek> run = pair.key().as(WorkingWeek::daysOf, "unknown-key.day");
            Stretch stretch =
                    pair.value() == null ? null : pair.value().as(Stretch::of, "not-hours");
            for (DayOfWeek day : run == null ? List.<DayOfWeek>of() : run) {
                if (days.containsKey(day)) {
                    unit.wrong("hours", "duplicate-value.hours", WorkingWeek.code(day));
                } else if (stretch != null) {
                    days.put(day, stretch);
                }
            }
        }
        if (days.isEmpty() && unit.nothingIsWrong()) {
            unit.wrong("hours", "missing.hours");
        }
        return days.isEmpty() ? null : new WorkingWeek(days);
    }

    /** Per cent; null where none is given. */
    static Integer sample(YamlMapping entry) {
        return entry.has("sample") ? entry.whole("sample", PER_CENT) : null;
    }

    @Override
    public List<UnitDefinition> complete(List<UnitDefinition> units, CompanyFileInput file) {
        return OrgTree.withoutRepeatedZones(file.get(CompanyDetailsSection.KEY), units);
    }

    @Override
    public Map<String, FlowMapping> write(List<UnitDefinition> units, CompanyFile file) {
        return FlowMapping.entries(
                units,
                UnitDefinition::code,
                unit -> {
                    FlowMapping entry =
                            new FlowMapping()
                                    .put("code", unit.code())
                                    .texts("name", unit.name())
                                    .put("level", unit.level().code())
                                    .put(
                                            "under",
                                            unit.under().equals(file.code()) ? null : unit.under())
                                    .put("zone", unit.zone());
                    if (unit.hours() != null) {
                        entry.put("hours", hours(unit.hours()));
                    }
                    return entry.put("sample", unit.sample());
                });
    }

    private static FlowMapping hours(WorkingWeek week) {
        FlowMapping hours = new FlowMapping();
        week.runs().forEach(hours::quoted);
        return hours;
    }

    @Override
    public List<UnitDefinition> stored(long revision) {
        Organization organization = organizations.asOf(revision);
        return organization.units().stream()
                .filter(unit -> unit.under() != null)
                .map(unit -> definition(unit, organization))
                .toList();
    }

    private static UnitDefinition definition(OrgUnit unit, Organization organization) {
        ZoneId own = unit.zone().equals(organization.zoneOf(unit.under())) ? null : unit.zone();
        return new UnitDefinition(
                unit.code(),
                unit.name(),
                unit.level(),
                unit.under(),
                own,
                unit.hours(),
                unit.sample());
    }

    @Override
    public Map<CodeType, Set<String>> former(long revision) {
        return Map.of(
                UNIT,
                organizations.asOf(revision).formerUnits().stream()
                        .map(OrgUnit::code)
                        .collect(Collectors.toSet()));
    }

    @Override
    public void replace(List<UnitDefinition> units, CompanyFile file) {
        replacing.replaceUnits(file.get(CompanyDetailsSection.KEY), units);
    }
}
