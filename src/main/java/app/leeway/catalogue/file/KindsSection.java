package app.leeway.catalogue.file;

import app.leeway.catalogue.Catalogues;
import app.leeway.catalogue.Kind;
import app.leeway.catalogue.Kind.CostModel;
import app.leeway.catalogue.ReplacingCatalogue;
import app.leeway.companyfile.CodeType;
import app.leeway.companyfile.CompanyFile;
import app.leeway.companyfile.CompanyFileInput;
import app.leeway.companyfile.CompanySection;
import app.leeway.companyfile.FlowMapping;
import app.leeway.companyfile.SectionKey;
import app.leeway.companyfile.YamlMapping;
import app.leeway.companyfile.YamlScalar;
import app.leeway.organization.file.UnitsSection;
import app.leeway.shared.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code kinds}: what can be given, and what it costs. */
@ApplicationScoped
public class KindsSection implements CompanySection<List<Kind>> {

    public static final SectionKey<List<Kind>> KEY = SectionKey.list("kinds", 1000);

    public static final CodeType KIND = new CodeType("kind");
    public static final CodeType CATEGORY = new CodeType("category");

    /** Declared by the rules, which this room does not know. */
    private static final CodeType CLAUSE = new CodeType("clause");

    private static final Map<String, CostModel> MODELS = YamlMapping.byWord(CostModel.values());
    private static final Set<String> KEYS =
            Set.of(
                    "code",
                    "name",
                    "category",
                    "cost",
                    "bends",
                    "sites",
                    "customer",
                    "outreach",
                    "answers");

    @Inject Catalogues catalogues;
    @Inject ReplacingCatalogue replacing;

    @Override
    public SectionKey<List<Kind>> key() {
        return KEY;
    }

    @Override
    public List<Kind> read(CompanyFileInput file) {
        List<Kind> kinds = new ArrayList<>();
        for (YamlMapping entry : file.whole().mappings(KEY.name(), KEYS)) {
            YamlScalar code = entry.code("code");
            file.references().declare(KIND, code);
            YamlScalar category = entry.code("category");
            file.references().mention(CATEGORY, category);
            Cost cost = cost(entry, file.currency());
            Boolean required =
                    entry.has("customer")
                            ? entry.oneOf("customer", Map.of("required", true, "optional", false))
                            : Boolean.FALSE;
            YamlScalar answers = entry.optionalCode("answers");
            file.references().use(IncidentsSection.INCIDENT, answers);
            kinds.add(
                    new Kind(
                            code == null ? null : code.text(),
                            entry.texts("name"),
                            category == null ? null : category.text(),
                            cost.model,
                            cost.preset,
                            cost.perKm,
                            cost.presets,
                            used(entry, "bends", CLAUSE, file),
                            sites(entry, file),
                            Boolean.TRUE.equals(required),
                            Boolean.TRUE.equals(entry.optionalFlag("outreach")),
                            answers == null ? null : answers.text()));
        }
        return kinds;
    }

    private record Cost(CostModel model, Long preset, Long perKm, List<Long> presets) {}

    private static Cost cost(YamlMapping kind, String currency) {
        YamlMapping entry = kind.mapping("cost", Set.of("model", "amount", "perKm", "presets"));
        CostModel model = entry == null ? null : entry.oneOf("model", MODELS);
        if (model == null) {
            return new Cost(null, null, null, List.of());
        }
        belongs(entry, "amount", model, CostModel.PRESET);
        belongs(entry, "perKm", model, CostModel.TRAVEL);
        belongs(entry, "presets", model, CostModel.ENTERED);
        return new Cost(
                model,
                model == CostModel.PRESET ? entry.money("amount", currency) : null,
                model == CostModel.TRAVEL ? entry.money("perKm", currency) : null,
                presets(entry, currency));
    }

    private static void belongs(YamlMapping cost, String key, CostModel model, CostModel only) {
        if (cost.has(key) && model != only) {
            cost.wrong(key, "misplaced.cost", key, only.code(), model.code());
        }
    }

    private static List<Long> presets(YamlMapping cost, String currency) {
        List<Long> presets = new ArrayList<>();
        for (YamlScalar preset : cost.scalars("presets")) {
            Long amount = preset.money(currency);
            if (amount != null && amount == 0) {
                cost.wrong("presets", "not-an-amount.nothing");
            } else if (amount != null) {
                presets.add(amount);
            }
        }
        return presets;
    }

    /** Codes of the sites that have it. */
    static List<String> sites(YamlMapping entry, CompanyFileInput file) {
        return used(entry, "sites", UnitsSection.SITE, file);
    }

    private static List<String> used(
            YamlMapping entry, String key, CodeType type, CompanyFileInput file) {
        List<YamlScalar> codes = entry.scalars(key);
        codes.forEach(code -> file.references().use(type, code));
        return codes.stream().map(YamlScalar::text).toList();
    }

    @Override
    public Map<String, FlowMapping> write(List<Kind> kinds, CompanyFile file) {
        return FlowMapping.entries(kinds, Kind::code, kind -> mapping(kind, file.currency()));
    }

    private static FlowMapping mapping(Kind kind, String currency) {
        return new FlowMapping()
                .put("code", kind.code())
                .texts("name", kind.name())
                .put("category", kind.category())
                .put("cost", cost(kind, currency))
                .list("bends", kind.bends())
                .list("sites", kind.sites())
                .put("customer", kind.customerRequired() ? "required" : null)
                .put("outreach", kind.outreach() ? true : null)
                .put("answers", kind.answers());
    }

    private static FlowMapping cost(Kind kind, String currency) {
        return new FlowMapping()
                .put("model", kind.cost().code())
                .money("amount", kind.presetMinor(), currency)
                .money("perKm", kind.perKmMinor(), currency)
                .list(
                        "presets",
                        kind.presets().stream()
                                .map(preset -> Money.of(preset, currency).amount())
                                .toList());
    }

    @Override
    public List<Kind> stored(long revision) {
        return catalogues.asOf(revision).kinds();
    }

    @Override
    public Map<CodeType, Set<String>> former(long revision) {
        List<Kind> former = catalogues.asOf(revision).formerKinds();
        return Map.of(
                KIND, former.stream().map(Kind::code).collect(Collectors.toSet()),
                CATEGORY, former.stream().map(Kind::category).collect(Collectors.toSet()));
    }

    @Override
    public void replace(List<Kind> kinds, CompanyFile file) {
        replacing.replaceKinds(kinds);
    }
}
