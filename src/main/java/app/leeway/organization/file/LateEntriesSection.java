package app.leeway.organization.file;

import app.leeway.companyfile.CompanyFile;
import app.leeway.companyfile.CompanyFileInput;
import app.leeway.companyfile.CompanySection;
import app.leeway.companyfile.FlowMapping;
import app.leeway.companyfile.SectionKey;
import app.leeway.companyfile.YamlMapping;
import app.leeway.organization.LateEntryRules;
import app.leeway.organization.Organizations;
import app.leeway.organization.ReplacingOrganization;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Period;
import java.util.Map;
import java.util.Set;

/** {@code lateEntries}: what is logged on a later day than it happened on; may be left out. */
@ApplicationScoped
public class LateEntriesSection implements CompanySection<LateEntryRules> {

    public static final SectionKey<LateEntryRules> KEY = SectionKey.mapping("lateEntries", 600);

    private static final int MOST_ENTRIES = 1000;

    @Inject Organizations organizations;
    @Inject ReplacingOrganization replacing;

    @Override
    public SectionKey<LateEntryRules> key() {
        return KEY;
    }

    @Override
    public LateEntryRules read(CompanyFileInput file) {
        if (!file.whole().has(KEY.name())) {
            return LateEntryRules.USUAL;
        }
        YamlMapping entry = file.whole().mapping(KEY.name(), Set.of("within", "tellFrom"));
        Period within =
                entry.has("within") ? entry.days("within", LateEntryRules.LONGEST_DAYS) : null;
        Integer tellFrom = entry.has("tellFrom") ? entry.whole("tellFrom", MOST_ENTRIES) : null;
        if (tellFrom != null && tellFrom == 0) {
            entry.wrong("tellFrom", "not-a-number.from-one", MOST_ENTRIES);
        }
        return new LateEntryRules(within == null ? null : within.getDays(), tellFrom);
    }

    @Override
    public Map<String, FlowMapping> write(LateEntryRules rules, CompanyFile file) {
        Integer days = rules.withinDays();
        return rules.equals(LateEntryRules.USUAL)
                ? Map.of()
                : Map.of(
                        file.code(),
                        new FlowMapping()
                                .put("within", days == null ? null : Period.ofDays(days))
                                .put("tellFrom", rules.tellFrom()));
    }

    @Override
    public LateEntryRules stored(long revision) {
        return organizations.asOf(revision).lateEntries();
    }

    @Override
    public void replace(LateEntryRules rules, CompanyFile file) {
        replacing.replaceLateEntries(rules);
    }
}
