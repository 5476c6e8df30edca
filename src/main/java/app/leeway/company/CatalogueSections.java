package app.leeway.company;

import app.leeway.catalogue.IncidentType;
import app.leeway.catalogue.Kind;
import app.leeway.catalogue.Kind.CostModel;
import app.leeway.catalogue.Touchpoint;
import app.leeway.company.References.To;
import app.leeway.shared.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads touchpoints and kinds. */
class CatalogueSections {

    private static final int POTENTIAL_MAX = 3;
    private static final Map<String, CostModel> MODELS =
            Stream.of(CostModel.values())
                    .collect(Collectors.toMap(CostModel::code, Function.identity()));
    private static final Set<String> KIND_KEYS =
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

    private final Entry whole;
    private final References references;
    private final String currency;

    CatalogueSections(Entry whole, References references, String currency) {
        this.whole = whole;
        this.references = references;
        this.currency = currency;
    }

    List<Touchpoint> touchpoints() {
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (Entry entry : whole.entries("touchpoints", Set.of("code", "name", "potential"))) {
            Leaf code = entry.code("code");
            references.declare(To.TOUCHPOINT, code);
            Texts name = entry.texts("name");
            Integer potential = entry.whole("potential", POTENTIAL_MAX);
            if (code != null && potential != null) {
                touchpoints.add(new Touchpoint(code.text(), name, potential));
            }
        }
        return touchpoints;
    }

    /** A section that may be left out. */
    List<IncidentType> incidents() {
        List<IncidentType> incidents = new ArrayList<>();
        for (Entry entry : whole.optionalEntries("incidents", Set.of("code", "name", "sites"))) {
            Leaf code = entry.code("code");
            references.declare(To.INCIDENT, code);
            if (code != null && code.text().equals(IncidentType.NONE)) {
                entry.wrong("code", "reserved.incident", code.text());
            }
            Texts name = entry.texts("name");
            List<String> sites = used(entry, "sites", To.SITE);
            if (code != null) {
                incidents.add(new IncidentType(code.text(), name, sites));
            }
        }
        return incidents;
    }

    List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (Entry entry : whole.entries("kinds", KIND_KEYS)) {
            Leaf code = entry.code("code");
            references.declare(To.KIND, code);
            Leaf category = entry.code("category");
            references.mention(To.CATEGORY, category);
            Cost cost = cost(entry);
            Boolean required =
                    entry.has("customer")
                            ? entry.oneOf("customer", Map.of("required", true, "optional", false))
                            : Boolean.FALSE;
            Leaf answers = entry.optionalCode("answers");
            references.use(To.INCIDENT, answers);
            kinds.add(
                    new Kind(
                            code == null ? null : code.text(),
                            entry.texts("name"),
                            category == null ? null : category.text(),
                            cost.model,
                            cost.preset,
                            cost.perKm,
                            cost.presets,
                            used(entry, "bends", To.CLAUSE),
                            used(entry, "sites", To.SITE),
                            Boolean.TRUE.equals(required),
                            Boolean.TRUE.equals(entry.optionalFlag("outreach")),
                            answers == null ? null : answers.text()));
        }
        return kinds;
    }

    private record Cost(CostModel model, Long preset, Long perKm, List<Long> presets) {}

    private Cost cost(Entry kind) {
        Entry entry = kind.entry("cost", Set.of("model", "amount", "perKm", "presets"));
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
                presets(entry));
    }

    private static void belongs(Entry cost, String key, CostModel model, CostModel only) {
        if (cost.has(key) && model != only) {
            cost.wrong(key, "misplaced.cost", key, only.code(), model.code());
        }
    }

    private List<Long> presets(Entry cost) {
        List<Long> presets = new ArrayList<>();
        for (Leaf leaf : cost.leaves("presets")) {
            Long amount = leaf.money(currency);
            if (amount != null && amount == 0) {
                cost.wrong("presets", "not-an-amount.nothing");
            } else if (amount != null) {
                presets.add(amount);
            }
        }
        return presets;
    }

    private List<String> used(Entry entry, String key, To to) {
        List<Leaf> leaves = entry.leaves(key);
        leaves.forEach(leaf -> references.use(to, leaf));
        return leaves.stream().map(Leaf::text).toList();
    }
}
