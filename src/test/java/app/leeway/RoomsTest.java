package app.leeway;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.OpenApiDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rooms say, and what the build joins of it. */
class RoomsTest {

    private static final Path ROOMS = Path.of("src", "main", "rooms");

    @Test
    void every_folder_is_a_room_and_every_file_is_joined() throws IOException {
        assertThat(folders()).hasSizeGreaterThan(10);
        for (Path room : folders()) {
            assertThat(Path.of("src", "main", "java", "app", "leeway", name(room))).isDirectory();
            try (Stream<Path> files = Files.list(room)) {
                assertThat(files.map(RoomsTest::name))
                        .as(name(room))
                        .isSubsetOf(
                                "messages_sv.properties",
                                "messages_en.properties",
                                "complaints_sv.properties",
                                "complaints_en.properties",
                                "openapi.yaml");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "complaints"})
    void every_room_says_the_same_in_both_languages(String bundle) throws IOException {
        for (Path room : folders()) {
            assertThat(texts(room.resolve(bundle + "_sv.properties")).keySet())
                    .as(name(room))
                    .isEqualTo(texts(room.resolve(bundle + "_en.properties")).keySet());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_sv", "messages_en", "complaints_sv", "complaints_en"})
    void the_application_reads_each_text_of_each_room_and_none_stands_twice(String bundle)
            throws IOException {
        List<Object> keys = new ArrayList<>();
        for (Path room : folders()) {
            keys.addAll(texts(room.resolve(bundle + ".properties")).keySet());
        }
        Properties joined = new Properties();
        try (InputStream in = RoomsTest.class.getResourceAsStream(bundle + ".properties")) {
            joined.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        assertThat(joined.keySet()).hasSizeGreaterThan(100);
        assertThat(keys).containsExactlyInAnyOrderElementsOf(joined.keySet());
    }

    /** In quotes, because a bare no is false to some readers. */
    @Test
    void the_document_says_what_the_rooms_say_and_nothing_else() throws IOException {
        JsonNode joined = new ObjectMapper().readTree(OpenApiDocument.written().json());
        List<String> paths = new ArrayList<>();
        List<String> schemas = new ArrayList<>();
        for (Path room : folders()) {
            Path file = room.resolve("openapi.yaml");
            if (Files.exists(file)) {
                JsonNode part = new ObjectMapper(new YAMLFactory()).readTree(file.toFile());
                part.path("paths").fieldNames().forEachRemaining(paths::add);
                part.at("/components/schemas").fieldNames().forEachRemaining(schemas::add);
            }
        }
        assertThat(joined.get("paths").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(paths);
        assertThat(joined.at("/components/schemas").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(schemas);
        assertThat(joined.at("/paths/~1api~1v1~1payoff/get/parameters/0/schema/enum/1").isTextual())
                .isTrue();
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> rooms = Files.list(ROOMS)) {
            return rooms.sorted().toList();
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static Properties texts(Path file) throws IOException {
        Properties texts = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            }
        }
        return texts;
    }
}
