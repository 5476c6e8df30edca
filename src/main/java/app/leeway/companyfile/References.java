package app.leeway.companyfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which codes the file declares, and which it uses; a code may be used before it is declared. */
public final class References {

    private record Use(CodeType type, YamlScalar code) {}

    private final Map<CodeType, Map<String, Integer>> declared = new HashMap<>();
    private final Map<CodeType, Set<String>> former;
    private final List<Use> uses = new ArrayList<>();
    private final Problems problems;

    /**
     * @param former codes that the company has retired: rules of the past may still speak of them
     */
    References(Problems problems, Map<CodeType, Set<String>> former) {
        this.problems = problems;
        this.former = former;
    }

    /** A code that must be the only one of its sort. */
    public void declare(CodeType type, YamlScalar code) {
        if (code == null) {
            return;
        }
        Integer before = of(type).putIfAbsent(code.text(), code.line());
        if (before != null) {
            problems.add(
                    code.line(), code.path(), "duplicate-code", type.word(), code.text(), before);
        }
    }

    /** A code that may come again: a category, the next revision of a guardrail. */
    public void mention(CodeType type, YamlScalar code) {
        if (code != null) {
            of(type).putIfAbsent(code.text(), code.line());
        }
    }

    /** As {@link #use}, in a rule. */
    public void useEver(CodeType type, YamlScalar code) {
        if (code != null && !former.getOrDefault(type, Set.of()).contains(code.text())) {
            use(type, code);
        }
    }

    public void use(CodeType type, YamlScalar code) {
        if (code != null) {
            uses.add(new Use(type, code));
        }
    }

    /** Once everything has been read. */
    void check() {
        for (Use use : uses) {
            if (!of(use.type).containsKey(use.code.text())) {
                problems.add(
                        use.code.line(),
                        use.code.path(),
                        "dangling-code",
                        use.type.word(),
                        use.code.text());
            }
        }
    }

    private Map<String, Integer> of(CodeType type) {
        return declared.computeIfAbsent(type, any -> new HashMap<>());
    }
}
