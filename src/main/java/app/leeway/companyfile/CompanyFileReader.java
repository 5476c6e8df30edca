package app.leeway.companyfile;

import app.leeway.companyfile.SectionKey.Shape;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads a company file strictly: what is not understood is refused, never passed over. Every
 * problem is found in one go, with its line.
 *
 * <p><em>Design notice.</em> It walks the YAML nodes itself, because binding to classes forgets the
 * lines, and stops at the first thing that is wrong.
 */
@ApplicationScoped
public class CompanyFileReader {

    @Inject CompanySections sections;

    /** A file that stands for itself. */
    Reading read(InputStream yaml) {
        return read(yaml, Map.of());
    }

    /**
     * @param former codes that the company has retired, which rules of the past may speak of
     * @throws UncheckedIOException when the stream breaks
     */
    public Reading read(InputStream yaml, Map<CodeType, Set<String>> former) {
        Problems problems = new Problems();
        try {
            return new YamlText(problems)
                    .root(yaml)
                    .map(root -> read(root, former, problems))
                    .orElseGet(() -> Reading.wrong(problems));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file that nobody has written down yet, under the same checks; its problems have no lines.
     *
     * @param former as above
     */
    public Reading read(CompanyFile file, Map<CodeType, Set<String>> former) {
        return read(root(file), former, new Problems());
    }

    private Reading read(Node root, Map<CodeType, Set<String>> former, Problems problems) {
        Set<String> names =
                sections.inOrder().stream()
                        .map(section -> section.key().name())
                        .collect(Collectors.toSet());
        YamlMapping whole = new YamlMapping(root, "", names, problems);
        References references = new References(problems, former);
        CompanyFileInput input = new CompanyFileInput(whole, references);
        sections.inOrder().forEach(input::read);
        references.check();
        if (problems.isEmpty()) {
            sections.inOrder().forEach(input::complete);
        }
        return problems.isEmpty()
                ? new Reading(input.file(), root, List.of())
                : Reading.wrong(problems);
    }

    private Node root(CompanyFile file) {
        List<NodeTuple> tuples = new ArrayList<>();
        sections.entries(file)
                .forEach(
                        (section, entries) -> {
                            Node name = FlowMapping.node(section.name());
                            if (section.shape() != Shape.MAPPING) {
                                tuples.add(new NodeTuple(name, list(entries.values())));
                            } else if (!entries.isEmpty()) {
                                Node only = entries.values().iterator().next().node();
                                tuples.add(new NodeTuple(name, only));
                            }
                        });
        return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
    }

    private static Node list(Collection<FlowMapping> entries) {
        List<Node> nodes = entries.stream().map(FlowMapping::node).toList();
        return new SequenceNode(Tag.SEQ, nodes, FlowStyle.BLOCK);
    }
}
