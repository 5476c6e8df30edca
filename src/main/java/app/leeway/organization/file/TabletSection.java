package app.leeway.organization.file;

import app.leeway.companyfile.CompanyFile;
import app.leeway.companyfile.CompanyFileInput;
import app.leeway.companyfile.CompanySection;
import app.leeway.companyfile.FlowMapping;
import app.leeway.companyfile.SectionKey;
import app.leeway.organization.KeepingTabletRules;
import app.leeway.organization.TabletRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/** {@code tablet}: what holds for tablets; may be left out. */
@ApplicationScoped
public class TabletSection implements CompanySection<TabletRules> {

    public static final SectionKey<TabletRules> KEY = SectionKey.mapping("tablet", 1400);

    @Inject KeepingTabletRules keeping;

    @Override
    public SectionKey<TabletRules> key() {
        return KEY;
    }

    @Override
    public TabletRules read(CompanyFileInput file) {
        return file.whole().has(KEY.name())
                ? new TabletRules(
                        file.whole()
                                .mapping(KEY.name(), Set.of("offlineFor"))
                                .optionalDuration("offlineFor"))
                : TabletRules.USUAL;
    }

    @Override
    public Map<String, FlowMapping> write(TabletRules rules, CompanyFile file) {
        return rules.equals(TabletRules.USUAL)
                ? Map.of()
                : Map.of(file.code(), new FlowMapping().put("offlineFor", rules.offlineFor()));
    }

    @Override
    public TabletRules stored(long revision) {
        return keeping.current();
    }

    @Override
    public void replace(TabletRules rules, CompanyFile file) {
        keeping.replace(rules);
    }
}
