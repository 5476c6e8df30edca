package app.leeway.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The demo company's file, and how a test brings another in its place. */
public final class CompanyFiles {

    private CompanyFiles() {}

    /** As the demo has it. */
    public static String nordlyst() {
        try (InputStream file =
                Objects.requireNonNull(
                        CompanyFiles.class.getResourceAsStream("/demo/nordlyst.yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stina imports it, as a machine would. */
    public static void importInto(Nordlyst nordlyst, String yaml) {
        ApiAnswer answer =
                nordlyst.as("stina")
                        .withNewKey()
                        .send("POST", "/company", "application/yaml", yaml);
        if (answer.status() != 200) {
            throw new IllegalStateException("the company was not imported: " + answer.body());
        }
    }
}
