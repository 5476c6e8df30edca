package app.leeway.companyfile;

import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of a company file as it is written, in YAML's flow style: {@code { code: north,
 * level: region }}. Keys without a value are left out.
 */
public final class FlowMapping {

    /** What YAML takes for text without quotation marks, wherever it stands. */
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}][\\p{L}\\p{Nd}._@/+'()-]*( [\\p{L}\\p{Nd}._@/+'()-]+)*");

    private static final Set<String> NOT_TEXT = Set.of("null", "true", "false", "nan", "inf");

    /**
     * A value.
     *
     * @param written as it stands in the file
     * @param node as it is when read
     */
    private record Value(String written, Node node) {

        static Value single(String text, String written) {
            return new Value(written, FlowMapping.node(text));
        }
    }

    private final Map<String, Value> values = new LinkedHashMap<>();

    /** The entries of a section, each under its key. */
    public static <T> Map<String, FlowMapping> entries(
            List<T> items, Function<T, String> key, Function<T, FlowMapping> mapping) {
        Map<String, FlowMapping> entries = new LinkedHashMap<>();
        items.forEach(item -> entries.put(key.apply(item), mapping.apply(item)));
        return entries;
    }

    /** A value that is YAML already: a word of the form, a number, a date. */
    public FlowMapping put(String key, Object value) {
        return value == null ? this : put(key, Value.single(value.toString(), value.toString()));
    }

    /** A mapping inside this one, be it empty. */
    public FlowMapping put(String key, FlowMapping inner) {
        return put(key, new Value(inner.toString(), inner.node()));
    }

    /** A mapping inside this one; left out when empty. */
    public FlowMapping putUnlessEmpty(String key, FlowMapping inner) {
        return inner.values.isEmpty() ? this : put(key, inner);
    }

    private FlowMapping put(String key, Value value) {
        values.put(key, value);
        return this;
    }

    public FlowMapping text(String key, String text) {
        return text == null ? this : put(key, Value.single(text, scalar(text)));
    }

    /** A text that YAML might take for something else, were it not in quotation marks. */
    public FlowMapping quoted(String key, Object text) {
        return put(key, Value.single(text.toString(), '"' + text.toString() + '"'));
    }

    public FlowMapping texts(String key, LocalizedText texts) {
        return texts.sv().equals(texts.en())
                ? text(key, texts.sv())
                : put(key, new FlowMapping().text("sv", texts.sv()).text("en", texts.en()));
    }

    public FlowMapping money(String key, Long minor, String currency) {
        return minor == null ? this : put(key, Money.of(minor, currency).amount());
    }

    /** Values that are YAML already; left out when there are none. */
    public FlowMapping list(String key, List<?> items) {
        if (items.isEmpty()) {
            return this;
        }
        List<String> texts = items.stream().map(Object::toString).toList();
        List<Node> nodes = texts.stream().map(FlowMapping::node).toList();
        return put(
                key,
                new Value(
                        texts.stream().collect(Collectors.joining(", ", "[", "]")),
                        new SequenceNode(Tag.SEQ, nodes, FlowStyle.FLOW)));
    }

    /** Each key with its value as written. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        values.forEach((key, value) -> fields.put(key, value.written));
        return fields;
    }

    /** As it is when it is read back. */
    Node node() {
        List<NodeTuple> tuples =
                values.entrySet().stream()
                        .map(e -> new NodeTuple(node(e.getKey()), e.getValue().node))
                        .toList();
        return new MappingNode(Tag.MAP, tuples, FlowStyle.FLOW);
    }

    static Node node(String text) {
        return new ScalarNode(Tag.STR, text, ScalarStyle.PLAIN);
    }

    /** A text as it must stand so that it comes back as the same text. */
    static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !NOT_TEXT.contains(text.toLowerCase())) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(
                        c -> {
                            if (c == '"' || c == '\\') {
                                quoted.append('\\').appendCodePoint(c);
                            } else if (isPrintable(c)) {
                                quoted.appendCodePoint(c);
                            } else {
                                quoted.append(String.format("\\U%08X", c));
                            }
                        });
        return quoted.append('"').toString();
    }

    /** Marks that are not seen are written by number, so that a reader of the file sees them. */
    private static boolean isPrintable(int c) {
        int type = Character.getType(c);
        return type != Character.FORMAT
                && type != Character.CONTROL
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED
                && c != 0xfeff;
    }

    @Override
    public String toString() {
        if (values.isEmpty()) {
            return "{}";
        }
        return values.entrySet().stream()
                .map(e -> scalar(e.getKey()) + ": " + e.getValue().written)
                .collect(Collectors.joining(", ", "{ ", " }"));
    }
}
