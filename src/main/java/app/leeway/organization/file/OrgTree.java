package app.leeway.organization.file;

import app.leeway.companyfile.YamlMapping;
import app.leeway.organization.Organization.Company;
import app.leeway.organization.UnitDefinition;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the units of a file make a tree, from the whole to the part. */
class OrgTree {

    private record Placed(UnitDefinition unit, YamlMapping entry) {}

    private final Map<String, Placed> units = new LinkedHashMap<>();
    private final Set<String> leadingOut = new HashSet<>(); // no way is walked twice

    void add(UnitDefinition unit, YamlMapping entry) {
        if (unit.code() != null) {
            units.putIfAbsent(unit.code(), new Placed(unit, entry));
        }
    }

    void check() {
        Set<String> inCircles = new LinkedHashSet<>();
        for (Placed placed : units.values()) {
            List<String> circle = circle(placed.unit);
            if (!circle.isEmpty() && inCircles.addAll(circle)) {
                placed.entry.wrong("under", "cycle", String.join(" > ", circle));
            }
        }
        units.values().stream()
                .filter(placed -> !inCircles.contains(placed.unit.code()))
                .forEach(this::checkLevel);
    }

    /** The codes from this unit up and back to it; empty when the way ends. */
    private List<String> circle(UnitDefinition start) {
        List<String> way = new ArrayList<>(List.of(start.code()));
        Set<String> seen = new LinkedHashSet<>(way);
        for (Placed above = units.get(start.under());
                above != null;
                above = units.get(above.unit.under())) {
            if (leadingOut.contains(above.unit.code())) {
                break;
            }
            way.add(above.unit.code());
            if (above.unit.code().equals(start.code())) {
                return way;
            }
            if (!seen.add(above.unit.code())) {
                return List.of(); // it leads into a circle of others
            }
        }
        leadingOut.addAll(seen);
        return List.of();
    }

    private void checkLevel(Placed placed) {
        Placed above = units.get(placed.unit.under());
        if (above == null || placed.unit.level() == null || above.unit.level() == null) {
            return;
        }
        if (placed.unit.level().compareTo(above.unit.level()) <= 0) {
            placed.entry.wrong(
                    "level",
                    "wrong-level",
                    placed.unit.level().code(),
                    above.unit.level().code(),
                    above.unit.code());
        }
    }

    /**
     * A unit's own zone is kept only where it differs from that of the unit above; asked only when
     * the units do make a tree.
     */
    static List<UnitDefinition> withoutRepeatedZones(Company company, List<UnitDefinition> all) {
        Map<String, UnitDefinition> byCode = new HashMap<>();
        all.forEach(unit -> byCode.put(unit.code(), unit));
        return all.stream()
                .map(
                        unit ->
                                unit.zone() != null
                                                && unit.zone()
                                                        .equals(zoneAbove(unit, byCode, company))
                                        ? new UnitDefinition(
                                                unit.code(),
                                                unit.name(),
                                                unit.level(),
                                                unit.under(),
                                                null,
                                                unit.hours(),
                                                unit.sample())
                                        : unit)
                .toList();
    }

    private static ZoneId zoneAbove(
            UnitDefinition unit, Map<String, UnitDefinition> byCode, Company company) {
        for (UnitDefinition above = byCode.get(unit.under());
                above != null;
                above = byCode.get(above.under())) {
            if (above.zone() != null) {
                return above.zone();
            }
        }
        return company.zone();
    }
}
