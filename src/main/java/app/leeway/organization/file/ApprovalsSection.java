package app.leeway.organization.file;

import app.leeway.companyfile.CompanyFile;
import app.leeway.companyfile.CompanyFileInput;
import app.leeway.companyfile.CompanySection;
import app.leeway.companyfile.FlowMapping;
import app.leeway.companyfile.SectionKey;
import app.leeway.companyfile.YamlMapping;
import app.leeway.organization.ApprovalRules;
import app.leeway.organization.Organizations;
import app.leeway.organization.ReplacingOrganization;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** {@code approvals}: how exceptions are decided; may be left out. */
@ApplicationScoped
public class ApprovalsSection implements CompanySection<ApprovalRules> {

    public static final SectionKey<ApprovalRules> KEY = SectionKey.mapping("approvals", 500);

    private static final Set<String> KEYS =
            Set.of("fourEyesAbove", "remindAfter", "escalateAfter", "sample", "secondFactorAbove");

    @Inject Organizations organizations;
    @Inject ReplacingOrganization replacing;

    @Override
    public SectionKey<ApprovalRules> key() {
        return KEY;
    }

    @Override
    public ApprovalRules read(CompanyFileInput file) {
        if (!file.whole().has(KEY.name())) {
            return ApprovalRules.USUAL;
        }
        YamlMapping entry = file.whole().mapping(KEY.name(), KEYS);
        Duration remind = entry.optionalDuration("remindAfter");
        Duration escalate = entry.optionalDuration("escalateAfter");
        ApprovalRules rules =
                new ApprovalRules(
                        entry.optionalMoney("fourEyesAbove", file.currency()),
                        remind,
                        escalate,
                        UnitsSection.sample(entry),
                        entry.optionalMoney("secondFactorAbove", file.currency()));
        if (rules.untilReminder().compareTo(rules.untilEscalation()) >= 0) {
            entry.wrong(
                    escalate == null ? "remindAfter" : "escalateAfter",
                    "not-after.reminder",
                    rules.untilReminder(),
                    rules.untilEscalation());
        }
        return rules;
    }

    @Override
    public Map<String, FlowMapping> write(ApprovalRules rules, CompanyFile file) {
        return rules.equals(ApprovalRules.USUAL)
                ? Map.of()
                : Map.of(
                        file.code(),
                        new FlowMapping()
                                .money("fourEyesAbove", rules.fourEyesAboveMinor(), file.currency())
                                .put("remindAfter", rules.remindAfter())
                                .put("escalateAfter", rules.escalateAfter())
                                .put("sample", rules.sample())
                                .money(
                                        "secondFactorAbove",
                                        rules.secondFactorAboveMinor(),
                                        file.currency()));
    }

    @Override
    public ApprovalRules stored(long revision) {
        return organizations.asOf(revision).approvals();
    }

    @Override
    public void replace(ApprovalRules rules, CompanyFile file) {
        replacing.replaceApprovals(rules);
    }
}
