package app.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TabletModulesTest {
    private static final Path MODULES = Path.of("src/main/webapp/tap/js");
    private static final int PROMISED_BYTES = 30_000;

    @Test
    void a_module_comes_after_what_it_needs_and_takes_it_by_name_or_as_a_whole() {
        String script =
                script(
                        Map.of(
                                "main",
                                "import { $, b } from './b.js';\nimport * as c from './c.js';\nb(c.d);\n",
                                "b",
                                "import { d } from './c.js';\nexport const $ = d;\nexport function b() {}\n",
                                "c",
                                "export const d = 1;\n"));
        assertThat(script)
                .containsSubsequence("const _c =", "const _b =", "const _main =")
                .contains("const { $, b } = _b;", "const c = _c;", "return { $, b };")
                .doesNotContain("import", "export");
    }

    @Test
    void comments_stay_at_home_and_addresses_travel() {
        String script =
                script(
                        Map.of(
                                "main",
                                "// why\n/** @param {string} a */\nconst a = (/** @type {any} */ b) =>"
                                        + " 'http://x'; \n"));
        assertThat(script).contains("'http://x'").doesNotContain("why", "@param", "@type");
    }

    @Test
    void a_circle_is_refused() {
        Map<String, String> circle =
                Map.of(
                        "main",
                        "import { a } from './b.js';\n",
                        "b",
                        "import { c } from './main.js';\n");
        assertThatIllegalStateException()
                .isThrownBy(() -> script(circle))
                .withMessageContaining("circle");
    }

    @Test
    void an_import_or_export_of_another_form_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> script(Map.of("main", "import b from './b.js';\n")));
        assertThatIllegalStateException()
                .isThrownBy(() -> script(Map.of("main", "const a = 1;\nexport { a };\n")));
    }

    @Test
    void the_page_and_its_service_worker_travel_in_at_most_30_kB() throws IOException {
        int shared = travelling(new TabletModules(TabletModulesTest::module).script("drain"));
        int page = travelling(new TabletModules(TabletModulesTest::module).script("main", "drain"));
        int worker =
                travelling(
                        new TabletModules(TabletModulesTest::module).script("background", "drain"));
        assertThat(List.of(shared, page, worker)).allMatch(bytes -> bytes > 500);
        assertThat(shared + page + worker).isLessThanOrEqualTo(PROMISED_BYTES);
    }

    @Test
    void spaces_go_where_only_people_need_them_and_stay_in_texts() {
        String script =
                script(
                        Map.of(
                                "main",
                                """
                                const a = (b) => { return b === 'x, { y } => z' && `{ ${b} } = ${b}, c`; };
                                """));
        assertThat(script)
                .contains("const a=(b)=>{return b==='x, { y } => z'&&`{ ${b} } = ${b}, c`;};");
    }

    @Test
    void what_another_script_brought_is_not_brought_again() {
        Map<String, String> modules =
                Map.of(
                        "main", "import { a } from './a.js';\nimport { b } from './b.js';\na(b);\n",
                        "a", "export const a = (x) => x;\n",
                        "b", "import { a } from './a.js';\nexport const b = a(1);\n");
        String script = new TabletModules(modules::get).script("main", "a");
        assertThat(script).contains("const _b = ", "const _main = ").doesNotContain("const _a = ");
    }

    @Test
    void only_the_table_of_kinds_knows_the_types_of_entries() throws IOException {
        Pattern branch = Pattern.compile("\\btype [=!]== '(gesture|happening|settlement|undo)'");
        try (Stream<Path> modules = Files.list(MODULES)) {
            assertThat(modules.filter(module -> module.toString().endsWith(".js")))
                    .hasSizeGreaterThan(30)
                    .allSatisfy(
                            module ->
                                    assertThat(Files.readString(module))
                                            .doesNotContainPattern(branch));
        }
    }

    private static String script(Map<String, String> modules) {
        return new TabletModules(modules::get).script("main");
    }

    private static String module(String name) {
        if (name.equals("files")) {
            return "export const version = 'tap';\nexport const files = [];\n";
        }
        try {
            return Files.readString(MODULES.resolve(name + ".js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int travelling(String script) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(script.getBytes(StandardCharsets.UTF_8));
        }
        return packed.size();
    }
}
