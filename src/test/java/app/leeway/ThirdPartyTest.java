package app.leeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/third-party.md} against what the build puts into the archive. {@code mvn test
 * -Dtest=ThirdPartyTest -Dthird-party.write=true} writes it anew.
 */
class ThirdPartyTest {

    private static final Path PAGE = Path.of("docs", "third-party.md");
    private static final Path LIBRARIES = Path.of("target", "third-party", "third-party.md");
    private static final String HEAD =
            """
            # Third-party software, and its licences

            Generated from the build by `ThirdPartyTest`, which fails when this page is stale; do not edit it. To write it
            anew: `mvn test -Dtest=ThirdPartyTest -Dthird-party.write=true`. A library under a licence that is not among these
            stops the build.

            Leeway is under the [Apache License 2.0](../LICENSE), and each of these permits that. The two libraries under
            LGPL-2.1-or-later are separate, unchanged files in `WEB-INF/lib` and can be exchanged there.

            The server archive also holds [Open Liberty](https://openliberty.io/license/) (EPL-2.0) and the
            [PostgreSQL JDBC driver](https://jdbc.postgresql.org/license/) (BSD-2-Clause). PrimeFaces brings along Chart.js,
            jQuery and PrimeIcons (MIT), Jdbi the ANTLR runtime (BSD-3-Clause), HttpClient the Public Suffix List (MPL-2.0). Keycloak (Apache-2.0) and PostgreSQL (PostgreSQL Licence) run beside it and are not
            in the archive.

            | library | artifact | version | licence |
            |---|---|---|---|
            """;

    @Test
    void the_page_lists_the_libraries_of_the_archive() throws IOException {
        String page = HEAD + Files.readString(LIBRARIES).strip() + "\n";
        if (Boolean.getBoolean("third-party.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(page).contains("org.primefaces:primefaces").contains("org.flywaydb:flyway-core");
        assertThat(PAGE).as("stale: the page itself says how to write it anew").hasContent(page);
    }
}
