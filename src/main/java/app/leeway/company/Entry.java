package app.leeway.company;

import app.leeway.shared.Money;
import app.leeway.shared.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

    static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    static final Pattern USER = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,99}");
    private static final Pattern NO_CONTROL = Pattern.compile("\\P{Cntrl}*");
    private static final int TEXT_LENGTH_MAX = 200;

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
            wrong(
                    "wrong-type",
                    "here belongs a mapping such as { " + keys.iterator().next() + ": ... }");
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
                    "'%s' is not known here; known are %s"
                            .formatted(key, String.join(", ", keys.stream().sorted().toList())));
        } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
            problems.add(at, path(key), "duplicate-key", "'" + key + "' stands here twice");
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

    /** Notes something about this mapping as a whole. */
    void wrong(String code, String message) {
        problems.add(line, path, code, message);
    }

    void wrong(String key, String code, String message) {
        problems.add(
                has(key) ? YamlText.line(values.get(key).getStartMark()) : line,
                path(key),
                code,
                message);
    }

    /** Any single value; noted when missing. */
    Leaf leaf(String key) {
        if (!has(key)) {
            wrong(key, "missing", "'" + key + "' is missing");
            return null;
        }
        return leaf(values.get(key), path(key));
    }

    private Leaf leaf(Node node, String at) {
        int where = YamlText.line(node.getStartMark());
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return new Leaf(scalar.getValue(), where, at);
        }
        problems.add(
                where,
                at,
                "wrong-type",
                node instanceof ScalarNode ? "a value is missing" : "here belongs a single value");
        return null;
    }

    Leaf optionalLeaf(String key) {
        return has(key) ? leaf(key) : null;
    }

    Leaf code(String key) {
        return matching(leaf(key), CODE, "a code of small letters, digits and hyphens");
    }

    Leaf user(String key) {
        return matching(leaf(key), USER, "a user name of the realm in small letters");
    }

    Leaf optionalCode(String key) {
        return has(key) ? code(key) : null;
    }

    private Leaf matching(Leaf leaf, Pattern pattern, String what) {
        if (leaf != null && !pattern.matcher(leaf.text()).matches()) {
            problems.add(
                    leaf.line(), leaf.path(), "malformed", "'" + leaf.text() + "' is not " + what);
            return null;
        }
        return leaf;
    }

    String text(String key) {
        return text(leaf(key));
    }

    private String text(Leaf leaf) {
        if (leaf == null) {
            return null;
        }
        String text = leaf.text();
        if (text.isBlank()
                || !text.equals(text.strip())
                || text.length() > TEXT_LENGTH_MAX
                || !NO_CONTROL.matcher(text).matches()) {
            problems.add(
                    leaf.line(),
                    leaf.path(),
                    "malformed",
                    "a text has 1 to 200 characters, none of them control characters, "
                            + "and neither begins nor ends with a space");
            return null;
        }
        return text;
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
        return money(leaf(key), currency);
    }

    Long optionalMoney(String key, String currency) {
        return has(key) ? money(key, currency) : null;
    }

    Long money(Leaf leaf, String currency) {
        try {
            return leaf == null ? null : Money.parse(leaf.text(), currency).minor();
        } catch (IllegalArgumentException e) {
            problems.add(leaf.line(), leaf.path(), "not-an-amount", e.getMessage());
            return null;
        }
    }

    Integer whole(String key, int most) {
        Leaf leaf = leaf(key);
        if (leaf == null) {
            return null;
        }
        if (!leaf.text().matches("\\d{1,9}") || Integer.parseInt(leaf.text()) > most) {
            wrong(
                    key,
                    "not-a-number",
                    "'%s' is not a whole number from 0 to %d".formatted(leaf.text(), most));
            return null;
        }
        return Integer.valueOf(leaf.text());
    }

    Boolean flag(String key) {
        Leaf leaf = optionalLeaf(key);
        if (leaf == null) {
            return null;
        }
        return oneOf(leaf, Map.of("true", true, "false", false));
    }

    LocalDate date(String key) {
        Leaf leaf = leaf(key);
        try {
            return leaf == null ? null : LocalDate.parse(leaf.text());
        } catch (DateTimeException e) {
            wrong(key, "not-a-date", "'" + leaf.text() + "' is not a date such as 2026-01-31");
            return null;
        }
    }

    LocalDate optionalDate(String key) {
        return has(key) ? date(key) : null;
    }

    <T> T oneOf(String key, Map<String, T> known) {
        return oneOf(leaf(key), known);
    }

    <T> T oneOf(Leaf leaf, Map<String, T> known) {
        if (leaf == null) {
            return null;
        }
        T value = known.get(leaf.text());
        if (value == null) {
            problems.add(
                    leaf.line(),
                    leaf.path(),
                    "unknown-value",
                    "'%s' is none of %s"
                            .formatted(
                                    leaf.text(),
                                    String.join(", ", known.keySet().stream().sorted().toList())));
        }
        return value;
    }

    Entry entry(String key, Set<String> keys) {
        if (!has(key)) {
            wrong(key, "missing", "'" + key + "' is missing");
            return null;
        }
        return new Entry(values.get(key), path(key), keys, problems);
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

    /** A list of single values, none of them twice; empty when there is no such key. */
    List<Leaf> leaves(String key) {
        List<Leaf> leaves = new ArrayList<>();
        List<Node> items = has(key) ? items(key) : List.of();
        for (int i = 0; i < items.size(); i++) {
            Leaf leaf = leaf(items.get(i), path(key) + "[" + i + "]");
            if (leaf != null && leaves.stream().anyMatch(l -> l.text().equals(leaf.text()))) {
                problems.add(
                        leaf.line(),
                        leaf.path(),
                        "duplicate-value",
                        "'" + leaf.text() + "' stands in this list twice");
            } else if (leaf != null) {
                leaves.add(leaf);
            }
        }
        return leaves;
    }

    private List<Node> items(String key) {
        if (!has(key)) {
            wrong(
                    key,
                    "missing",
                    "'%s' is missing; write %s: [] when there are none".formatted(key, key));
            return List.of();
        }
        if (values.get(key) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        wrong(
                key,
                "wrong-type",
                "here belongs a list; write %s: [] when there are none".formatted(key));
        return List.of();
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
