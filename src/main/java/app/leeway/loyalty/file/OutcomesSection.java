package app.leeway.loyalty.file;

import app.leeway.companyfile.CompanyFile;
import app.leeway.companyfile.CompanyFileInput;
import app.leeway.companyfile.CompanySection;
import app.leeway.companyfile.FlowMapping;
import app.leeway.companyfile.SectionKey;
import app.leeway.companyfile.YamlMapping;
import app.leeway.loyalty.KeepingOutcomeSettings;
import app.leeway.loyalty.OutcomeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code outcomes}: what outcomes are worth; may be left out. */
@ApplicationScoped
public class OutcomesSection implements CompanySection<OutcomeSettings> {

    public static final SectionKey<OutcomeSettings> KEY = SectionKey.mapping("outcomes", 1300);

    private static final Map<String, Integer> DAYS =
            Map.of("30", 30, "90", 90, "180", 180, "365", 365);

    @Inject KeepingOutcomeSettings keeping;

    @Override
    public SectionKey<OutcomeSettings> key() {
        return KEY;
    }

    @Override
    public OutcomeSettings read(CompanyFileInput file) {
        if (!file.whole().has(KEY.name())) {
            return OutcomeSettings.USUAL;
        }
        YamlMapping entry =
                file.whole().mapping(KEY.name(), Set.of("days", "margins", "otherwise"));
        Map<String, Integer> margins = new TreeMap<>();
        for (YamlMapping.Pair pair : entry.pairs("margins")) {
            Integer share = pair.value() == null ? null : pair.value().share();
            if (share != null && pair.key().words() != null) {
                margins.put(pair.key().text(), share);
            }
        }
        return new OutcomeSettings(
                entry.has("days") ? entry.oneOf("days", DAYS) : null,
                margins,
                entry.has("otherwise") ? entry.share("otherwise") : null);
    }

    @Override
    public Map<String, FlowMapping> write(OutcomeSettings settings, CompanyFile file) {
        if (settings.equals(OutcomeSettings.USUAL)) {
            return Map.of();
        }
        FlowMapping margins = new FlowMapping();
        settings.margins().forEach((category, share) -> margins.put(category, share(share)));
        return Map.of(
                file.code(),
                new FlowMapping()
                        .put("days", settings.days())
                        .putUnlessEmpty("margins", margins)
                        .put("otherwise", share(settings.otherwise())));
    }

    /** 600 as {@code 0.6}. */
    private static String share(Integer perMille) {
        return perMille == null
                ? null
                : BigDecimal.valueOf(perMille, 3).stripTrailingZeros().toPlainString();
    }

    @Override
    public OutcomeSettings stored(long revision) {
        return keeping.current();
    }

    @Override
    public void replace(OutcomeSettings settings, CompanyFile file) {
        keeping.replace(settings);
    }
}
