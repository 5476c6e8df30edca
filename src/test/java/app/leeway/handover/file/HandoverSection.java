package app.leeway.handover.file;

import app.leeway.companyfile.CompanyFile;
import app.leeway.companyfile.CompanyFileInput;
import app.leeway.companyfile.CompanySection;
import app.leeway.companyfile.FlowMapping;
import app.leeway.companyfile.SectionKey;
import app.leeway.companyfile.YamlMapping;
import app.leeway.handover.HandoverRule;
import app.leeway.handover.KeepingHandoverRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/** {@code handover}: how long notes may be; may be left out. */
@ApplicationScoped
public class HandoverSection implements CompanySection<HandoverRule> {

    public static final SectionKey<HandoverRule> KEY = SectionKey.mapping("handover", 9100);

    @Inject KeepingHandoverRules rules;

    @Override
    public SectionKey<HandoverRule> key() {
        return KEY;
    }

    @Override
    public HandoverRule read(CompanyFileInput file) {
        if (!file.whole().has(KEY.name())) {
            return HandoverRule.USUAL;
        }
        YamlMapping entry = file.whole().mapping(KEY.name(), Set.of("longest"));
        Integer longest = entry.whole("longest", 2000);
        return longest == null ? HandoverRule.USUAL : new HandoverRule(longest);
    }

    @Override
    public Map<String, FlowMapping> write(HandoverRule rule, CompanyFile file) {
        return rule.equals(HandoverRule.USUAL)
                ? Map.of()
                : Map.of(file.code(), new FlowMapping().put("longest", rule.longest()));
    }

    @Override
    public HandoverRule stored(long revision) {
        return rules.current();
    }

    @Override
    public void replace(HandoverRule rule, CompanyFile file) {
        rules.keep(rule);
    }
}
