package app.leeway.companyfile;

import app.leeway.companyfile.Change.Value;
import app.leeway.companyfile.Change.What;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Tells what differs between the company as it is and as a file would have it. It compares what
 * would be written, so what is not written cannot differ.
 */
@ApplicationScoped
public class Comparison {

    @Inject CompanySections sections;

    /**
     * @param before null when there is no company yet
     * @return by section in the file's order; empty when the file changes nothing but its order
     */
    public List<Change> changes(CompanyFile before, CompanyFile after) {
        Map<SectionKey<?>, Map<String, FlowMapping>> then =
                before == null ? Map.of() : sections.entries(before);
        List<Change> changes = new ArrayList<>();
        sections.entries(after)
                .forEach(
                        (section, now) ->
                                compare(
                                        section.name(),
                                        then.getOrDefault(section, Map.of()),
                                        now,
                                        changes));
        return changes;
    }

    private static void compare(
            String section,
            Map<String, FlowMapping> then,
            Map<String, FlowMapping> now,
            List<Change> changes) {
        now.forEach(
                (entry, flow) -> {
                    FlowMapping old = then.get(entry);
                    List<Value> values = values(old, flow);
                    if (old == null) {
                        changes.add(new Change(section, entry, What.ADDED, values));
                    } else if (!values.isEmpty()) {
                        changes.add(new Change(section, entry, What.CHANGED, values));
                    }
                });
        then.keySet().stream()
                .filter(entry -> !now.containsKey(entry))
                .forEach(e -> changes.add(new Change(section, e, What.RETIRED, List.of())));
    }

    private static List<Value> values(FlowMapping then, FlowMapping now) {
        Map<String, String> before = then == null ? Map.of() : then.fields();
        Set<String> keys = new LinkedHashSet<>(now.fields().keySet());
        keys.addAll(before.keySet());
        return keys.stream()
                .map(key -> new Value(key, before.get(key), now.fields().get(key)))
                .filter(value -> !Objects.equals(value.before(), value.after()))
                .toList();
    }
}
