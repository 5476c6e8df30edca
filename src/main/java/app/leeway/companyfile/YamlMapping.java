package app.leeway.companyfile;

import app.leeway.shared.LocalizedText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
public final class YamlMapping {

    private final String path;
    private final int line;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /**
     * @param node anything; whatever is no mapping is noted, and reads as an empty one
     * @param keys that may stand here; any other is noted
     */
    YamlMapping(Node node, String path, Set<String> keys, Problems problems) {
        this.path = path;
        this.line = YamlText.line(node);
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> take(tuple, keys));
        } else {
            problems.add(line, path, "wrong-type.mapping", keys.stream().sorted().toList().get(0));
        }
    }

    private void take(NodeTuple tuple, Set<String> keys) {
        int at = YamlText.line(tuple.getKeyNode());
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
    public boolean nothingIsWrong() {
        return problems.isEmpty();
    }

    public int line() {
        return line;
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** Whether a mapping stands there, not a single value or a list. */
    public boolean hasMapping(String key) {
        return values.get(key) instanceof MappingNode;
    }

    /** Notes something about this mapping as a whole; the complaint as in the file of sentences. */
    public void wrongAsAWhole(String complaint, Object... things) {
        problems.add(line, path, complaint, things);
    }

    public void wrong(String key, String complaint, Object... things) {
        problems.add(
                has(key) ? YamlText.line(values.get(key)) : line, path(key), complaint, things);
    }

    /** Any single value; noted when missing. */
    public YamlScalar scalar(String key) {
        if (!has(key)) {
            wrong(key, "missing.key", key);
            return null;
        }
        return scalar(values.get(key), path(key));
    }

    private YamlScalar scalar(Node node, String at) {
        int where = YamlText.line(node);
        if (node instanceof ScalarNode single && !single.getTag().equals(Tag.NULL)) {
            return new YamlScalar(single.getValue(), where, at, problems);
        }
        problems.add(
                where, at, node instanceof ScalarNode ? "wrong-type.nothing" : "wrong-type.single");
        return null;
    }

    public YamlScalar optionalScalar(String key) {
        return has(key) ? scalar(key) : null;
    }

    /** What the reading makes of the value; null when it is missing, which is noted. */
    private <T> T read(String key, Function<YamlScalar, T> reading) {
        YamlScalar scalar = scalar(key);
        return scalar == null ? null : reading.apply(scalar);
    }

    public YamlScalar code(String key) {
        return read(key, YamlScalar::code);
    }

    public YamlScalar optionalCode(String key) {
        return has(key) ? code(key) : null;
    }

    public YamlScalar user(String key) {
        return read(key, YamlScalar::user);
    }

    public String text(String key) {
        return read(key, YamlScalar::words);
    }

    /** One text for both languages, or {@code { sv: ..., en: ... }}. */
    public LocalizedText texts(String key) {
        if (!(values.get(key) instanceof MappingNode mapping)) {
            String both = text(key);
            return both == null ? null : LocalizedText.same(both);
        }
        YamlMapping pair = new YamlMapping(mapping, path(key), Set.of("sv", "en"), problems);
        String sv = pair.text("sv");
        String en = pair.text("en");
        return sv == null || en == null ? null : new LocalizedText(sv, en);
    }

    /** An amount in minor units. */
    public Long money(String key, String currency) {
        return read(key, scalar -> scalar.money(currency));
    }

    public Long optionalMoney(String key, String currency) {
        return has(key) ? money(key, currency) : null;
    }

    public Integer whole(String key, int most) {
        return read(key, scalar -> scalar.whole(most));
    }

    public Integer share(String key) {
        return read(key, YamlScalar::share);
    }

    public Boolean optionalFlag(String key) {
        return has(key) ? oneOf(key, Map.of("true", true, "false", false)) : null;
    }

    public LocalDate date(String key) {
        return read(key, YamlScalar::date);
    }

    public LocalDate optionalDate(String key) {
        return has(key) ? date(key) : null;
    }

    public Duration optionalDuration(String key) {
        return has(key) ? read(key, YamlScalar::duration) : null;
    }

    /** {@code P30D}: whole days, because a rolling month has no fixed length. */
    public Period days(String key, int most) {
        YamlScalar scalar = scalar(key);
        if (scalar == null) {
            return null;
        }
        try {
            Period period = Period.parse(scalar.text());
            if (period.toTotalMonths() == 0 && period.getDays() > 0 && period.getDays() <= most) {
                return period;
            }
        } catch (DateTimeException e) {
            // said below, like every other period that is none
        }
        wrong(key, "not-a-period.days", scalar.text(), most);
        return null;
    }

    /** The values of an enumeration by their names in small letters. */
    public static <T extends Enum<T>> Map<String, T> byWord(T[] values) {
        return Stream.of(values)
                .collect(
                        Collectors.toMap(
                                value -> value.name().toLowerCase(Locale.ROOT),
                                Function.identity()));
    }

    public <T> T oneOf(String key, Map<String, T> known) {
        return read(key, scalar -> scalar.oneOf(known));
    }

    public YamlMapping mapping(String key, Set<String> keys) {
        if (!has(key)) {
            wrong(key, "missing.key", key);
            return null;
        }
        return new YamlMapping(values.get(key), path(key), keys, problems);
    }

    /** As {@link #mappings}, where the list may be left out. */
    public List<YamlMapping> optionalMappings(String key, Set<String> keys) {
        return has(key) ? mappings(key, keys) : List.of();
    }

    /** A list of mappings; noted when missing. */
    public List<YamlMapping> mappings(String key, Set<String> keys) {
        List<YamlMapping> mappings = new ArrayList<>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            mappings.add(new YamlMapping(items.get(i), path(key) + "[" + i + "]", keys, problems));
        }
        return mappings;
    }

    /**
     * A key that the file chooses itself, and its value.
     *
     * @param value null where it is none, which is noted
     */
    public record Pair(YamlScalar key, YamlScalar value) {}

    /** A mapping whose keys are not known beforehand; empty when there is no such key. */
    public List<Pair> pairs(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (!(values.get(key) instanceof MappingNode mapping)) {
            wrong(key, "wrong-type.mapping", "...");
            return List.of();
        }
        Map<String, Pair> pairs = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlScalar name = scalar(tuple.getKeyNode(), path(key));
            if (name == null) {
                continue;
            }
            YamlScalar value = scalar(tuple.getValueNode(), path(key) + "." + name.text());
            if (pairs.putIfAbsent(name.text(), new Pair(name, value)) != null) {
                problems.add(name.line(), path(key), "duplicate-key", name.text());
            }
        }
        return List.copyOf(pairs.values());
    }

    /** A list of single values, none of them twice; empty when there is no such key. */
    public List<YamlScalar> scalars(String key) {
        Map<String, YamlScalar> scalars = new LinkedHashMap<>();
        List<Node> items = has(key) ? items(key) : List.of();
        for (int i = 0; i < items.size(); i++) {
            YamlScalar scalar = scalar(items.get(i), path(key) + "[" + i + "]");
            if (scalar != null && scalars.putIfAbsent(scalar.text(), scalar) != null) {
                problems.add(scalar.line(), scalar.path(), "duplicate-value", scalar.text());
            }
        }
        return List.copyOf(scalars.values());
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
