package app.leeway;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.shared.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every table belongs to one room, and no other room's SQL names it without saying why. Read from
 * the texts: what stands in string literals after the words that name tables, and in mappings.
 */
class TablesTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "app", "leeway");
    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");

    private static final Pattern MADE =
            Pattern.compile(
                    "create\\s+(?:unlogged\\s+)?table\\s+(?:if not exists\\s+)?([a-z_]+)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"", Pattern.DOTALL);
    private static final Pattern NAMED =
            Pattern.compile(
                    "\\b(?:insert\\s+into|update|delete\\s+from|from|join|using|lock\\s+table)"
                            + "\\s+(?:only\\s+)?([a-z_]+)|,\\s+([a-z_]+)\\s+[a-z]{1,2}\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern MAPPED =
            Pattern.compile("(?:Table\\(\\s*name\\s*=|new ArrayInsert\\()\\s*\"([a-z_]+)\"");

    private final Set<String> tables = tables();
    private final Map<String, Set<String>> named = named();

    @Test
    void every_table_belongs_to_one_room() {
        List<String> owned = new ArrayList<>();
        Rooms.ALL.values().forEach(room -> owned.addAll(List.of(room.tables())));

        assertThat(owned).hasSizeGreaterThan(50).containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void a_room_names_its_own_tables_and_those_it_gives_a_reason_for() {
        assertThat(named.keySet()).hasSizeGreaterThan(12);
        Rooms.ALL.forEach(
                (name, room) -> {
                    Set<String> foreign = new TreeSet<>(named.getOrDefault(name, Set.of()));
                    foreign.removeAll(Set.of(room.tables()));
                    assertThat(foreign)
                            .as("tables of others in the SQL of " + name)
                            .containsExactlyInAnyOrderElementsOf(
                                    Arrays.stream(room.foreign())
                                            .map(Room.ForeignTable::table)
                                            .toList());
                });
    }

    @Test
    void a_reason_is_a_sentence() {
        Rooms.ALL
                .values()
                .forEach(
                        room -> {
                            for (Room.ForeignTable foreign : room.foreign()) {
                                assertThat(foreign.why())
                                        .as(foreign.table())
                                        .hasSizeGreaterThan(15);
                            }
                        });
    }

    private static Set<String> tables() {
        Set<String> made = new TreeSet<>();
        for (Path migration : files(MIGRATIONS, ".sql")) {
            Matcher table = MADE.matcher(read(migration));
            while (table.find()) {
                made.add(table.group(1));
            }
        }
        return made;
    }

    private Map<String, Set<String>> named() {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Path source : files(SOURCES, ".java")) {
            String room = SOURCES.relativize(source).getName(0).toString();
            String text = read(source);
            Set<String> names = found.computeIfAbsent(room, none -> new TreeSet<>());
            addAll(names, NAMED.matcher(literals(text)));
            addAll(names, MAPPED.matcher(text));
            names.retainAll(tables);
        }
        return found;
    }

    private static void addAll(Set<String> names, Matcher matcher) {
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    names.add(matcher.group(group).toLowerCase());
                }
            }
        }
    }

    /** What is concatenated is one text. */
    private static String literals(String text) {
        StringBuilder all = new StringBuilder();
        Matcher literal = LITERAL.matcher(text);
        int end = 0;
        while (literal.find()) {
            boolean isContinued = text.substring(end, literal.start()).strip().equals("+");
            all.append(isContinued ? " " : " ; ");
            all.append(literal.group(1) == null ? literal.group(2) : literal.group(1));
            end = literal.end();
        }
        return all.toString();
    }

    private static List<Path> files(Path folder, String end) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(end)).toList();
        } catch (IOException e) {
            throw new IllegalStateException(folder + " cannot be read", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
