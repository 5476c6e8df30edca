package app.leeway.company;

import app.leeway.shared.Texts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of the file. Each reading method answers the value, or null after it has noted what
 * is wrong with it, so that everything wrong is found in one go.
 */
class Entry {

    private final String path;
    private final int line;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /**
     * @param node anything; whatever is no mapping is noted, and reads as an empty one
     * @param keys that may stand here; any other is noted
     */
    Entry(Node node, String path, Set<String> keys, Problems problems) {
        this.path = path;
        this.line = YamlText.line(node.getStartMark());
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> take(tuple, keys));
        } else {
            problems.add(line, path, "wrong-type.mapping", keys.stream().sorted().toList().get(0));
        }
    }

    private void take(NodeTuple tuple, Set<String> keys) {
        int at = YamlText.line(tuple.getKeyNode().getStartMark());
        String key = tuple.getKeyNode() instanceof ScalarNode s ? s.getValue() : "?";
        if (!keys.contains(key)) {
            problems.add(
                    at,
                    path(key),
                    "unknown-key",
                    key,
                    String.join(", ", keys.stream().sorted().toList()));
        } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
            problems.add(at, path(key), "duplicate-key", key);
        }
    }

    /** Whether nothing has been noted yet in the whole file, so that values may be made of it. */
    boolean nothingIsWrong() {
        return problems.isEmpty();
    }

    int line() {
        return line;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Node node(String key) {
        return values.get(key);
    }

    /** Notes something about this mapping as a whole; the complaint as in the file of sentences. */
    void wrongAsAWhole(String complaint, Object... things) {
        problems.add(line, path, complaint, things);
    }

    void wrong(String key, String complaint, Object... things) {
        problems.add(
                has(key) ? YamlText.line(values.get(key).getStartMark()) : line,
                path(key),
                complaint,
                things);
    }

    /** Any single value; noted when missing. */
    Leaf leaf(String key) {
        if (!has(key)) {
            wrong(key, "missing.key", key);
            return null;
        }
        return leaf(values.get(key), path(key));
    }

    private Leaf leaf(Node node, String at) {
        int where = YamlText.line(node.getStartMark());
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return new Leaf(scalar.getValue(), where, at, problems);
        }
        problems.add(
                where, at, node instanceof ScalarNode ? "wrong-type.nothing" : "wrong-type.single");
        return null;
    }

    Leaf optionalLeaf(String key) {
        return has(key) ? leaf(key) : null;
    }

    /** What the reading makes of the value; null when it is missing, which is noted. */
    private <T> T read(String key, Function<Leaf, T> reading) {
        Leaf leaf = leaf(key);
        return leaf == null ? null : reading.apply(leaf);
    }

    Leaf code(String key) {
        return read(key, Leaf::code);
    }

    Leaf optionalCode(String key) {
        return has(key) ? code(key) : null;
    }

    Leaf user(String key) {
        return read(key, Leaf::user);
    }

    String text(String key) {
        return read(key, Leaf::words);
    }

    /** One text for both languages, or {@code { sv: ..., en: ... }}. */
    Texts texts(String key) {
        if (!(values.get(key) instanceof MappingNode mapping)) {
            String both = text(key);
            return both == null ? null : Texts.same(both);
        }
        Entry pair = new Entry(mapping, path(key), Set.of("sv", "en"), problems);
        String sv = pair.text("sv");
        String en = pair.text("en");
        return sv == null || en == null ? null : new Texts(sv, en);
    }

    /** An amount in minor units. */
    Long money(String key, String currency) {
        return read(key, leaf -> leaf.money(currency));
    }

    Long optionalMoney(String key, String currency) {
        return has(key) ? money(key, currency) : null;
    }

    Integer whole(String key, int most) {
        return read(key, leaf -> leaf.whole(most));
    }

    Integer share(String key) {
        return read(key, Leaf::share);
    }

    Boolean optionalFlag(String key) {
        return has(key) ? oneOf(key, Map.of("true", true, "false", false)) : null;
    }

    LocalDate date(String key) {
        return read(key, Leaf::date);
    }

    LocalDate optionalDate(String key) {
        return has(key) ? date(key) : null;
    }

    Duration optionalDuration(String key) {
        return has(key) ? read(key, Leaf::duration) : null;
    }

    <T> T oneOf(String key, Map<String, T> known) {
        return read(key, leaf -> leaf.oneOf(known));
    }

    Entry entry(String key, Set<String> keys) {
        if (!has(key)) {
            wrong(key, "missing.key", key);
            return null;
        }
        return new Entry(values.get(key), path(key), keys, problems);
    }

    /** As {@link #entries}, where the list may be left out. */
    List<Entry> optionalEntries(String key, Set<String> keys) {
        return has(key) ? entries(key, keys) : List.of();
    }

    /** A list of mappings; noted when missing. */
    List<Entry> entries(String key, Set<String> keys) {
        List<Entry> entries = new ArrayList<>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            entries.add(new Entry(items.get(i), path(key) + "[" + i + "]", keys, problems));
        }
        return entries;
    }

    /**
     * A key that the file chooses itself, and its value.
     *
     * @param value null where it is none, which is noted
     */
    record Pair(Leaf key, Leaf value) {}

    /** A mapping whose keys are not known beforehand; empty when there is no such key. */
    List<Pair> pairs(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (!(values.get(key) instanceof MappingNode mapping)) {
            wrong(key, "wrong-type.mapping", "...");
            return List.of();
        }
        Map<String, Pair> pairs = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Leaf name = leaf(tuple.getKeyNode(), path(key));
            if (name == null) {
                continue;
            }
            Leaf value = leaf(tuple.getValueNode(), path(key) + "." + name.text());
            if (pairs.putIfAbsent(name.text(), new Pair(name, value)) != null) {
                problems.add(name.line(), path(key), "duplicate-key", name.text());
            }
        }
        return List.copyOf(pairs.values());
    }

    /** A list of single values, none of them twice; empty when there is no such key. */
    List<Leaf> leaves(String key) {
        Map<String, Leaf> leaves = new LinkedHashMap<>();
        List<Node> items = has(key) ? items(key) : List.of();
        for (int i = 0; i < items.size(); i++) {
            Leaf leaf = leaf(items.get(i), path(key) + "[" + i + "]");
            if (leaf != null && leaves.putIfAbsent(leaf.text(), leaf) != null) {
                problems.add(leaf.line(), leaf.path(), "duplicate-value", leaf.text());
            }
        }
        return List.copyOf(leaves.values());
    }

    private List<Node> items(String key) {
        if (!has(key)) {
            wrong(key, "missing.list", key);
            return List.of();
        }
        if (values.get(key) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        wrong(key, "wrong-type.list", key);
        return List.of();
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
