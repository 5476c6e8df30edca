package app.leeway.guardrail.file;

import app.leeway.catalogue.file.KindsSection;
import app.leeway.catalogue.file.TouchpointsSection;
import app.leeway.companyfile.CodeType;
import app.leeway.companyfile.CompanyFile;
import app.leeway.companyfile.CompanyFileInput;
import app.leeway.companyfile.CompanySection;
import app.leeway.companyfile.FlowMapping;
import app.leeway.companyfile.References;
import app.leeway.companyfile.SectionKey;
import app.leeway.companyfile.YamlMapping;
import app.leeway.companyfile.YamlScalar;
import app.leeway.guardrail.Guardrail;
import app.leeway.guardrail.Guardrails;
import app.leeway.guardrail.Measure;
import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.ReplacingRules;
import app.leeway.guardrail.Rules;
import app.leeway.guardrail.Scope;
import app.leeway.organization.Role;
import app.leeway.organization.file.CompanyDetailsSection;
import app.leeway.organization.file.UnitsSection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code guardrails}: every dated revision of every rule of discretion. */
@ApplicationScoped
public class GuardrailsSection implements CompanySection<List<Guardrail>> {

    public static final SectionKey<List<Guardrail>> KEY = SectionKey.list("guardrails", 1100);

    /** What passing a limit may come to. */
    public static final Map<String, Outcome> OUTCOMES =
            Map.of("GO_AND_TELL", Outcome.GO_AND_TELL, "ASK", Outcome.ASK, "STOP", Outcome.STOP);

    private static final CodeType GUARDRAIL = new CodeType("guardrail");
    private static final Map<String, String> ROLES =
            Stream.of(Role.values()).collect(Collectors.toMap(Role::code, Role::code));
    private static final Set<String> KEYS =
            Set.of("code", "from", "until", "when", "measure", "limit", "otherwise", "replaces");
    private static final Set<String> SCOPE_KEYS =
            Set.of("kind", "category", "role", "unit", "tier", "touchpoint", "moment", "outreach");

    @Inject Rules rules;
    @Inject ReplacingRules replacing;
    @Inject Clock clock;

    @Override
    public SectionKey<List<Guardrail>> key() {
        return KEY;
    }

    @Override
    public List<Guardrail> read(CompanyFileInput file) {
        List<Guardrail> guardrails = new ArrayList<>();
        Map<String, Integer> lineOfRevision = new HashMap<>();
        for (YamlMapping entry : file.whole().mappings(KEY.name(), KEYS)) {
            YamlScalar code = entry.code("code");
            file.references().mention(GUARDRAIL, code);
            LocalDate from = entry.date("from");
            LocalDate until = entry.optionalDate("until");
            if (from != null && until != null && !until.isAfter(from)) {
                entry.wrong("until", "not-after.guardrail");
            }
            Scope when = scope(entry, file.references());
            MeasureAndLimit counted = new MeasureAndLimit(entry, file.currency());
            Measure measure = counted.measure();
            long limit = counted.limit();
            Outcome otherwise = entry.oneOf("otherwise", OUTCOMES);
            List<String> replaces = replaces(entry, code, file.references());
            if (code != null && from != null) {
                once(entry, code.text(), from, lineOfRevision);
            }
            if (entry.nothingIsWrong()) {
                guardrails.add(
                        new Guardrail(
                                code.text(),
                                1,
                                from,
                                until,
                                when,
                                measure,
                                limit,
                                otherwise,
                                replaces));
            }
        }
        return guardrails;
    }

    private static void once(
            YamlMapping entry, String code, LocalDate from, Map<String, Integer> lineOfRevision) {
        Integer before = lineOfRevision.putIfAbsent(code + " " + from, entry.line());
        if (before != null) {
            entry.wrong("from", "duplicate-code.revision", code, from, before);
        }
    }

    private static Scope scope(YamlMapping guardrail, References references) {
        YamlMapping when = guardrail.mapping("when", SCOPE_KEYS);
        if (when == null) {
            return null;
        }
        return new Scope(
                used(when, "kind", KindsSection.KIND, references),
                used(when, "category", KindsSection.CATEGORY, references),
                when.has("role") ? when.oneOf("role", ROLES) : null,
                used(when, "unit", UnitsSection.UNIT, references),
                free(when, "tier"),
                used(when, "touchpoint", TouchpointsSection.TOUCHPOINT, references),
                free(when, "moment"),
                when.optionalFlag("outreach"));
    }

    private static String used(YamlMapping when, String key, CodeType type, References references) {
        YamlScalar code = when.optionalCode(key);
        references.useEver(type, code);
        return code == null ? null : code.text();
    }

    /** Tiers and moments are not declared in the file. */
    private static String free(YamlMapping when, String key) {
        YamlScalar code = when.optionalCode(key);
        return code == null ? null : code.text();
    }

    private static List<String> replaces(
            YamlMapping entry, YamlScalar code, References references) {
        List<YamlScalar> replaced = entry.scalars("replaces");
        for (YamlScalar other : replaced) {
            references.use(GUARDRAIL, other);
            if (code != null && other.text().equals(code.text())) {
                entry.wrong("replaces", "replaces-itself");
            }
        }
        return replaced.stream().map(YamlScalar::text).toList();
    }

    /** With their revision numbers. */
    @Override
    public List<Guardrail> complete(List<Guardrail> guardrails, CompanyFileInput file) {
        try {
            return new Guardrails(Guardrails.counted(guardrails), List.of()).revisions();
        } catch (IllegalArgumentException e) {
            file.whole().wrong(KEY.name(), "contradictory.rules", e.getMessage());
            return guardrails;
        }
    }

    @Override
    public Map<String, FlowMapping> write(List<Guardrail> guardrails, CompanyFile file) {
        return FlowMapping.entries(
                guardrails,
                guardrail -> guardrail.code() + " from " + guardrail.from(),
                guardrail -> mapping(guardrail, file.currency()));
    }

    private static FlowMapping mapping(Guardrail guardrail, String currency) {
        FlowMapping mapping =
                new FlowMapping()
                        .put("code", guardrail.code())
                        .put("from", guardrail.from())
                        .put("until", guardrail.until())
                        .put("when", when(guardrail.when()))
                        .put("measure", measure(guardrail.measure()));
        switch (guardrail.measure().type()) {
            case COUNT -> mapping.put("limit", guardrail.bound());
            case AMOUNT, SUM -> mapping.money("limit", guardrail.bound(), currency);
            case FORBIDDEN -> {
                // whatever is forbidden has no limit
            }
        }
        return mapping.put("otherwise", guardrail.otherwise())
                .list("replaces", guardrail.replaces());
    }

    private static FlowMapping when(Scope scope) {
        return new FlowMapping()
                .put("kind", scope.kind())
                .put("category", scope.category())
                .put("role", scope.role())
                .put("unit", scope.unit())
                .text("tier", scope.tier())
                .put("touchpoint", scope.touchpoint())
                .text("moment", scope.moment())
                .put("outreach", scope.outreach());
    }

    private static FlowMapping measure(Measure measure) {
        return new FlowMapping()
                .put(word(measure.type()), word(measure.key()))
                .put("within", measure.within())
                .put("per", measure.per() == null ? null : measure.per().code());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Guardrail> stored(long revision) {
        return rules.asOf(revision).revisions();
    }

    @Override
    public void replace(List<Guardrail> guardrails, CompanyFile file) {
        LocalDate today =
                clock.instant().atZone(file.get(CompanyDetailsSection.KEY).zone()).toLocalDate();
        replacing.replaceGuardrails(guardrails, today);
    }
}
