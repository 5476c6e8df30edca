import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/**
 * Joins what the rooms say into what the application reads: texts into one bundle per language,
 * descriptions of interfaces into one OpenAPI document. The build fails on a key that stands twice.
 */
class JoinRooms {

    private static final List<String> BUNDLES =
            List.of("messages_sv", "messages_en", "complaints_sv", "complaints_en");

    /**
     * @param args the folder of rooms, and where the joined files go
     */
    public static void main(String[] args) throws IOException {
        Path rooms = Path.of(args[0]);
        Path bundles = Files.createDirectories(Path.of(args[1], "app", "leeway"));
        Path described = Files.createDirectories(Path.of(args[1], "META-INF"));
        for (String bundle : BUNDLES) {
            String name = bundle + ".properties";
            Files.writeString(bundles.resolve(name), texts(files(rooms, name)));
        }
        Files.writeString(
                described.resolve("openapi.yaml"), document(files(rooms, "openapi.yaml")));
    }

    private static List<Path> files(Path rooms, String name) throws IOException {
        try (Stream<Path> all = Files.list(rooms)) {
            return all.map(room -> room.resolve(name)).filter(Files::exists).sorted().toList();
        }
    }

    private static String texts(List<Path> files) throws IOException {
        StringBuilder joined = new StringBuilder();
        Properties keys = new UniqueKeys();
        for (Path file : files) {
            String text = Files.readString(file);
            try {
                keys.load(new StringReader(text));
            } catch (IllegalStateException twice) {
                throw new IllegalStateException(file + ": " + twice.getMessage());
            }
            joined.append(text).append('\n');
        }
        return joined.toString();
    }

    private static String document(List<Path> files) throws IOException {
        Map<Object, Object> document = new LinkedHashMap<>();
        for (Path file : files) {
            Load load = new Load(LoadSettings.builder().setLabel(file.toString()).build());
            merge((Map<?, ?>) load.loadFromString(Files.readString(file)), document, file + ":");
        }
        DumpSettings settings = DumpSettings.builder().build();
        return new Dump(settings, new Quoting(settings)).dumpToString(document);
    }

    private static void merge(Map<?, ?> from, Map<Object, Object> into, String where) {
        from.forEach(
                (key, value) -> into.merge(key, value, (a, b) -> joined(a, b, where + " " + key)));
    }

    private static Object joined(Object there, Object more, String where) {
        if (there instanceof Map<?, ?> map && more instanceof Map<?, ?> others) {
            Map<Object, Object> both = new LinkedHashMap<>(map);
            merge(others, both, where);
            return both;
        }
        if (there instanceof List<?> list && more instanceof List<?> others) {
            List<Object> both = new ArrayList<>(list);
            both.addAll(others);
            return both;
        }
        throw new IllegalStateException(where + " stands in another room too");
    }

    /** Readers differ in what they take a bare word for: no is false to some. */
    private static class Quoting extends StandardRepresenter {

        Quoting(DumpSettings settings) {
            super(settings);
            representers.put(
                    String.class,
                    text -> representScalar(Tag.STR, text.toString(), ScalarStyle.DOUBLE_QUOTED));
        }
    }

    private static class UniqueKeys extends Properties {

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw new IllegalStateException(key + " stands here or in another room too");
            }
            return super.put(key, value);
        }
    }
}
