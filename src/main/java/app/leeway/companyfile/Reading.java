package app.leeway.companyfile;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Violation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * What became of reading a company file.
 *
 * @param file null when there are problems
 * @param root the file as it stood there; null when there are problems
 * @param problems everything that is wrong, by line; empty when it can be taken in
 */
public record Reading(CompanyFile file, Node root, List<Problem> problems) {

    private static final Pattern PLACE = Pattern.compile("(\\w+)(?:\\[(\\d+)])?");

    static Reading wrong(Problems problems) {
        return new Reading(null, null, problems.inOrder());
    }

    /**
     * @throws RefusedException INVALID with every problem
     */
    public CompanyFile orRefuse() {
        if (!problems.isEmpty()) {
            throw refused(problems);
        }
        return file;
    }

    /**
     * The refusal of a file that was read, with the lines of what stands against it.
     *
     * @param refused with fields such as {@code guardrails} and {@code guardrails[3]}
     */
    public RefusedException withLines(RefusedException refused) {
        return refused.refusal() == Refusal.INVALID
                ? refused(refused.violations().stream().map(this::problem).toList())
                : refused;
    }

    private Problem problem(Violation violation) {
        return new Problem(
                line(violation.field()), violation.field(), violation.code(), violation.said());
    }

    private int line(String field) {
        Matcher place = PLACE.matcher(field);
        Node section = place.matches() ? section(place.group(1)) : null;
        if (section == null) {
            return 0;
        }
        return place.group(2) != null && section instanceof SequenceNode list
                ? YamlText.line(list.getValue().get(Integer.parseInt(place.group(2))))
                : YamlText.line(section);
    }

    private Node section(String name) {
        return ((MappingNode) root)
                .getValue().stream()
                        .filter(tuple -> ((ScalarNode) tuple.getKeyNode()).getValue().equals(name))
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                        .orElse(null);
    }

    private static RefusedException refused(List<Problem> problems) {
        return new RefusedException(
                Refusal.INVALID,
                problems.size() == 1
                        ? "The company file has a problem; nothing was changed."
                        : "The company file has %d problems; nothing was changed."
                                .formatted(problems.size()),
                problems.stream().map(Problem::violation).toList());
    }
}
