package app.leeway.companyfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Company files for tests: the demo company, and what somebody made of it. */
public final class CompanyFileFixture {

    private CompanyFileFixture() {}

    public static String nordlyst() {
        try (InputStream file =
                CompanyFileFixture.class.getResourceAsStream("/demo/nordlyst.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The demo company with one piece of its text replaced, wherever it stands. */
    public static String nordlystWith(String piece, String replacement) {
        assertThat(nordlyst()).as("what is to be replaced").contains(piece);
        return nordlyst().replace(piece, replacement);
    }

    /** The demo company, saying all that a file may say about who decides, and when. */
    public static String nordlystWithDeciding() {
        return nordlyst()
                .replace(
                        "level: site, under: north }    # restaurant",
                        "level: site, under: north, hours: { mon-fri: \"08:00-17:00\","
                                + " sat: \"17:00-01:00\" }, sample: 5 }")
                .replace(
                        "{ at: krogen, upTo: 2000.00 }",
                        "{ at: krogen, upTo: 2000.00, categories: { recovery: 1500.00,"
                                + " delight: 3000.00 } }")
                .replace(
                        "touchpoints:  ",
                        "approvals: { fourEyesAbove: 20000.00, remindAfter: PT1H,"
                                + " escalateAfter: PT3H30M, sample: 2 }\ntouchpoints:  ");
    }

    /** The number of the first line of the demo company that holds this. */
    public static int lineOf(String piece) {
        return lineOf(nordlyst(), piece);
    }

    static int lineOf(String text, String piece) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(piece)) {
                return i + 1;
            }
        }
        throw new AssertionError("no line holds " + piece);
    }

    /** Their keys, in the file's order. */
    static List<SectionKey<?>> sections() {
        return SectionsFixture.ALL.inOrder().stream()
                .<SectionKey<?>>map(CompanySection::key)
                .toList();
    }

    static Reading reading(String yaml) {
        return reading(stream(yaml));
    }

    static Reading reading(InputStream yaml) {
        return reader().read(yaml);
    }

    static CompanyFileReader reader() {
        CompanyFileReader reader = new CompanyFileReader();
        reader.sections = SectionsFixture.ALL;
        return reader;
    }

    static String written(CompanyFile file) {
        CompanyFileWriter writer = new CompanyFileWriter();
        writer.sections = SectionsFixture.ALL;
        return writer.write(file);
    }

    static List<Change> changes(CompanyFile before, CompanyFile after) {
        Comparison comparison = new Comparison();
        comparison.sections = SectionsFixture.ALL;
        return comparison.changes(before, after);
    }

    static CompanyFile read(String yaml) {
        Reading reading = reading(yaml);
        assertThat(reading.problems()).isEmpty();
        return reading.file();
    }

    public static InputStream stream(String yaml) {
        return new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
    }
}
