package app.leeway;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.shared.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds the map in {@code docs/architecture.md} against what the rooms declare. {@code mvn test
 * -Dtest=ArchitectureMapTest -Dmap.write=true} draws it anew.
 */
class ArchitectureMapTest {

    private static final Path PAGE = Path.of("docs", "architecture.md");
    private static final String BEGIN = "<!-- rooms: generated -->\n";
    private static final String END = "<!-- rooms: end -->";

    @Test
    void the_page_shows_the_rooms_there_are() throws IOException {
        String page = Files.readString(PAGE);
        String drawn =
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                        + map()
                        + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("map.write")) {
            Files.writeString(PAGE, drawn);
        }

        assertThat(Rooms.ALL).hasSizeGreaterThan(15);
        assertThat(PAGE).as("stale: the page itself says how to draw it anew").hasContent(drawn);
    }

    private static String map() {
        String rooms =
                Rooms.ALL.entrySet().stream()
                        .sorted(
                                Comparator.comparingInt(
                                                (Map.Entry<String, Room> room) ->
                                                        -room.getValue().floor())
                                        .thenComparing(Map.Entry::getKey))
                        .map(room -> row(room.getKey(), room.getValue()))
                        .collect(Collectors.joining());
        String foreign =
                Rooms.ALL.entrySet().stream()
                        .flatMap(
                                room ->
                                        Arrays.stream(room.getValue().foreign())
                                                .map(table -> row(room.getKey(), table)))
                        .collect(Collectors.joining());
        return "| floor | room | is for | its tables |\n|---|---|---|---|\n"
                + rooms
                + "\nTables of others that a room's SQL names:\n\n| room | table | why |\n|---|---|---|\n"
                + foreign;
    }

    private static String row(String name, Room room) {
        String tables =
                Arrays.stream(room.tables())
                        .map(table -> "`" + table + "`")
                        .collect(Collectors.joining(", "));
        return "| %d | `%s` | %s | %s |\n".formatted(room.floor(), name, room.purpose(), tables);
    }

    private static String row(String name, Room.ForeignTable foreign) {
        return "| `%s` | `%s` | %s |\n".formatted(name, foreign.table(), foreign.why());
    }
}
