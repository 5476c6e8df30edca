package app.leeway.company;

import app.leeway.company.References.To;
import app.leeway.guardrail.Clause;
import app.leeway.guardrail.Clause.Bendable;
import app.leeway.guardrail.Guardrail;
import app.leeway.guardrail.Measure;
import app.leeway.guardrail.Outcome;
import app.leeway.guardrail.Scope;
import app.leeway.organization.Role;
import app.leeway.shared.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads clauses and guardrails. */
class RuleSections {

    static final Map<String, Outcome> OUTCOMES =
            Map.of("GO_AND_TELL", Outcome.GO_AND_TELL, "ASK", Outcome.ASK, "STOP", Outcome.STOP);
    private static final Map<String, Bendable> BENDABLE =
            Stream.of(Bendable.values())
                    .collect(Collectors.toMap(Bendable::code, Function.identity()));
    private static final Map<String, String> ROLES =
            Stream.of(Role.values()).collect(Collectors.toMap(Role::code, Role::code));
    private static final Set<String> GUARDRAIL_KEYS =
            Set.of("code", "from", "until", "when", "measure", "limit", "otherwise", "replaces");
    private static final Set<String> SCOPE_KEYS =
            Set.of("kind", "category", "role", "unit", "tier", "touchpoint", "moment", "outreach");

    private final Entry whole;
    private final References references;
    private final String currency;
    private final List<Integer> guardrailLines = new ArrayList<>();
    private final Map<String, Integer> lineOfRevision = new HashMap<>();

    RuleSections(Entry whole, References references, String currency) {
        this.whole = whole;
        this.references = references;
        this.currency = currency;
    }

    List<Clause> clauses() {
        List<Clause> clauses = new ArrayList<>();
        for (Entry entry : whole.entries("clauses", Set.of("code", "bendable", "text"))) {
            Leaf code = entry.code("code");
            references.declare(To.CLAUSE, code);
            Bendable bendable = entry.oneOf("bendable", BENDABLE);
            Texts text = entry.texts("text");
            if (entry.nothingIsWrong()) {
                clauses.add(new Clause(code.text(), bendable, text));
            }
        }
        return clauses;
    }

    List<Guardrail> guardrails() {
        List<Guardrail> guardrails = new ArrayList<>();
        for (Entry entry : whole.entries("guardrails", GUARDRAIL_KEYS)) {
            Leaf code = entry.code("code");
            references.mention(To.GUARDRAIL, code);
            LocalDate from = entry.date("from");
            LocalDate until = entry.optionalDate("until");
            if (from != null && until != null && !until.isAfter(from)) {
                entry.wrong("until", "not-after.guardrail");
            }
            Scope when = scope(entry);
            MeasureAndLimit counted = new MeasureAndLimit(entry, currency);
            Measure measure = counted.measure();
            long limit = counted.limit();
            Outcome otherwise = entry.oneOf("otherwise", OUTCOMES);
            List<String> replaces = replaces(entry, code);
            if (code != null && from != null) {
                once(entry, code.text(), from);
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
                guardrailLines.add(entry.line());
            }
        }
        return guardrails;
    }

    /** Where each guardrail stands, in the file's order; complete when nothing is wrong. */
    List<Integer> guardrailLines() {
        return List.copyOf(guardrailLines);
    }

    private void once(Entry entry, String code, LocalDate from) {
        Integer before = lineOfRevision.putIfAbsent(code + " " + from, entry.line());
        if (before != null) {
            entry.wrong("from", "duplicate-code.revision", code, from, before);
        }
    }

    private Scope scope(Entry guardrail) {
        Entry when = guardrail.entry("when", SCOPE_KEYS);
        if (when == null) {
            return null;
        }
        return new Scope(
                used(when, "kind", To.KIND),
                used(when, "category", To.CATEGORY),
                when.has("role") ? when.oneOf("role", ROLES) : null,
                used(when, "unit", To.UNIT),
                free(when, "tier"),
                used(when, "touchpoint", To.TOUCHPOINT),
                free(when, "moment"),
                when.optionalFlag("outreach"));
    }

    private String used(Entry when, String key, To to) {
        Leaf leaf = when.optionalCode(key);
        references.useEver(to, leaf);
        return leaf == null ? null : leaf.text();
    }

    /** Tiers and moments are not declared in the file. */
    private static String free(Entry when, String key) {
        Leaf leaf = when.optionalCode(key);
        return leaf == null ? null : leaf.text();
    }

    private List<String> replaces(Entry entry, Leaf code) {
        List<Leaf> replaced = entry.leaves("replaces");
        for (Leaf leaf : replaced) {
            references.use(To.GUARDRAIL, leaf);
            if (code != null && leaf.text().equals(code.text())) {
                entry.wrong("replaces", "replaces-itself");
            }
        }
        return replaced.stream().map(Leaf::text).toList();
    }
}
