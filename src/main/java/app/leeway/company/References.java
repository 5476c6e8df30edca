package app.leeway.company;

import app.leeway.shared.Complaint;
import app.leeway.shared.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which codes the file declares, and which it uses; a code may be used before it is declared. */
class References {

    /** What a code can stand for. */
    enum To {
        UNIT,
        SITE,
        PERSON,
        TOUCHPOINT,
        CLAUSE,
        KIND,
        CATEGORY,
        GUARDRAIL,
        BUDGET,
        AUTHORITY,
        INCIDENT;

        private Texts word() {
            return Complaint.of("word-" + name().toLowerCase(Locale.ROOT)).said();
        }
    }

    private record Use(To to, Leaf leaf) {}

    private final Map<To, Map<String, Integer>> declared = new EnumMap<>(To.class);
    private final Map<To, Set<String>> former = new EnumMap<>(To.class);
    private final List<Use> uses = new ArrayList<>();
    private final Problems problems;

    References(Problems problems) {
        this.problems = problems;
    }

    /** A code that must be the only one of its sort. */
    void declare(To to, Leaf leaf) {
        if (leaf == null) {
            return;
        }
        Integer before = of(to).putIfAbsent(leaf.text(), leaf.line());
        if (before != null) {
            problems.add(
                    leaf.line(), leaf.path(), "duplicate-code", to.word(), leaf.text(), before);
        }
    }

    /** A code that may come again: a category, the next revision of a guardrail. */
    void mention(To to, Leaf leaf) {
        if (leaf != null) {
            of(to).putIfAbsent(leaf.text(), leaf.line());
        }
    }

    /** Codes that the company has retired: rules of the past may still speak of them. */
    void remember(To to, Collection<String> former) {
        this.former.computeIfAbsent(to, t -> new HashSet<>()).addAll(former);
    }

    /** As {@link #use}, in a rule. */
    void useEver(To to, Leaf leaf) {
        if (leaf != null && !former.getOrDefault(to, Set.of()).contains(leaf.text())) {
            use(to, leaf);
        }
    }

    void use(To to, Leaf leaf) {
        if (leaf != null) {
            uses.add(new Use(to, leaf));
        }
    }

    /** Once everything has been read. */
    void check() {
        for (Use use : uses) {
            if (!of(use.to).containsKey(use.leaf.text())) {
                problems.add(
                        use.leaf.line(),
                        use.leaf.path(),
                        "dangling-code",
                        use.to.word(),
                        use.leaf.text());
            }
        }
    }

    private Map<String, Integer> of(To to) {
        return declared.computeIfAbsent(to, t -> new HashMap<>());
    }
}
