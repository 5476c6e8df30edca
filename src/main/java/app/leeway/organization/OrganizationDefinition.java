package app.leeway.organization;

import app.leeway.shared.Texts;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The organization as a company file has it, in the file's order. Codes are sound: whoever makes
 * one has checked them.
 *
 * @param units all but the company itself
 */
public record OrganizationDefinition(
        Organization.Company company,
        List<Unit> units,
        List<Member> people,
        List<Authority> authorities,
        ApprovalRules approvals,
        LateEntryRules lateEntries) {

    /**
     * @param under code of the unit above
     * @param zone its own, or null for that of the unit above
     * @param hours its own, or null for those of the unit above
     * @param sample its own, in per cent, or null for that of the unit above
     */
    public record Unit(
            String code,
            Texts name,
            OrgUnit.Level level,
            String under,
            ZoneId zone,
            WorkingWeek hours,
            Integer sample) {}

    /**
     * @param user name in the realm
     * @param at code of the unit where they act
     * @param rateMinor cost of an hour in minor units, or null
     */
    public record Member(String user, String name, String at, Set<Role> roles, Long rateMinor) {}

    /**
     * @param at code of the unit whose managers are meant
     * @param upToMinor what one decision may grant, in minor units
     * @param categories of kinds for which it is another amount
     */
    public record Authority(String at, long upToMinor, Map<String, Long> categories) {

        public Authority {
            categories = Collections.unmodifiableSortedMap(new TreeMap<>(categories));
        }

        /** What one decision may grant of a category of kinds. */
        public long upTo(String category) {
            return categories.getOrDefault(category, upToMinor);
        }
    }
}
