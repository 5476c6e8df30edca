package app.leeway.company.rest;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.ApiClient;
import app.leeway.support.CompanyFiles;
import app.leeway.support.Nordlyst;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The company file over HTTP: out, in, and refused whole when anything is wrong with it. */
class CompanyFileIT {

    private static final String YAML = "application/yaml";
    private static final String NORDLYST = CompanyFiles.nordlyst();

    private final Nordlyst nordlyst = Nordlyst.running();

    @BeforeEach
    void the_company_is_the_demo() {
        nordlyst.books().clear();
        CompanyFiles.importInto(nordlyst, NORDLYST);
    }

    @Test
    void what_was_exported_imports_to_the_same() {
        String exported = stina().get("/company").body();

        ApiAnswer answer = sent(stina().withNewKey(), exported);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("changes")).isEmpty();
        assertThat(stina().get("/company").body()).isEqualTo(exported);
    }

    @Test
    void a_dry_run_says_what_would_change_and_changes_nothing() {
        String dearer = NORDLYST.replace("amount: 120.00", "amount: 130.00");
        Map<String, String> before = nordlyst.books().digests();

        ApiAnswer answer = stina().send("POST", "/company?dryRun=true", YAML, dearer);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.texts("changes", "entry")).containsExactly("birthday-treat");
        assertThat(nordlyst.books().digests()).isEqualTo(before);
    }

    @Test
    void P2_an_import_happens_once() {
        String dearer = NORDLYST.replace("amount: 120.00", "amount: 130.00");
        UUID key = UUID.randomUUID();

        ApiAnswer first = sent(stina().withKey(key), dearer);
        sent(stina().withNewKey(), NORDLYST);
        ApiAnswer again = sent(stina().withKey(key), dearer);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.isReplayed()).isTrue();
        assertThat(stina().get("/kinds").item("items", "code", "birthday-treat").at("/cost/amount"))
                .hasToString("\"120.00\"");
    }

    static Stream<Arguments> wrong_files() {
        return Stream.of(
                Arguments.of(
                        "a cycle",
                        NORDLYST.replace(
                                "- { code: north, name: { sv: Norr, en: North }, level: region }",
                                "- { code: north, name: { sv: Norr, en: North }, level: region,"
                                        + " under: krogen }")),
                Arguments.of(
                        "a dangling code",
                        NORDLYST.replace("bends: [no-cash]", "bends: [no-coins]")),
                Arguments.of("a byte order mark", "\ufeff" + NORDLYST),
                Arguments.of("tabs", NORDLYST.replace("  - { code: north", "\t- { code: north")),
                Arguments.of("an unknown key", NORDLYST.replace("zone:", "timezone:")),
                Arguments.of(
                        "a code twice", NORDLYST.replace("code: coast, name", "code: north, name")),
                Arguments.of("another currency", NORDLYST.replace("currency: SEK", "currency: SE")),
                Arguments.of("a bomb of aliases", bomb()),
                Arguments.of("nothing", ""),
                Arguments.of("JSON of something else", "{\"hello\": [1, 2]}"));
    }

    private static String bomb() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [lol, lol, lol]\n");
        for (int i = 1; i < 12; i++) {
            String before = "*a" + (i - 1);
            yaml.append("a%d: &a%d [".formatted(i, i))
                    .append(String.join(", ", before, before, before, before, before, before))
                    .append("]\n");
        }
        return yaml.toString();
    }

    @ParameterizedTest(name = "a file with {0}")
    @MethodSource("wrong_files")
    void a_file_that_cannot_be_is_refused_whole(String what, String yaml) {
        Map<String, String> before = nordlyst.books().digests();

        ApiAnswer answer = sent(stina().withNewKey(), yaml);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("invalid");
        assertThat(answer.json().get("violations")).isNotEmpty();
        assertThat(nordlyst.books().digests()).isEqualTo(before);
    }

    @Test
    void a_file_of_50_mb_is_refused() {
        Map<String, String> before = nordlyst.books().digests();

        ApiAnswer answer = sent(stina().withNewKey(), "#".repeat(50 * 1024 * 1024));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(nordlyst.books().digests()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "kim", "lena", "axel"})
    void only_stewards_change_the_company(String user) {
        nordlyst.as(user).get("/me");
        Map<String, String> before = nordlyst.books().digests();

        ApiAnswer company = sent(nordlyst.as(user).withNewKey(), NORDLYST);
        ApiAnswer look = nordlyst.as(user).send("POST", "/company?dryRun=true", YAML, NORDLYST);
        ApiAnswer customers =
                nordlyst.as(user).send("POST", "/customers", "text/csv", "code,name\nC-1,X\n");

        for (ApiAnswer answer : new ApiAnswer[] {company, look, customers}) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("not-allowed");
        }
        assertThat(nordlyst.books().digests()).isEqualTo(before);
    }

    private ApiClient stina() {
        return nordlyst.as("stina");
    }

    private static ApiAnswer sent(ApiClient client, String yaml) {
        return client.send("POST", "/company", YAML, yaml);
    }
}
