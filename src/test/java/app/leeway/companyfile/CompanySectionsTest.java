package app.leeway.companyfile;

import static app.leeway.companyfile.CompanyFileFixture.nordlyst;
import static app.leeway.companyfile.CompanyFileFixture.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.leeway.companyfile.Change.Value;
import app.leeway.companyfile.Change.What;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A section that is added stands in the file like those there were. */
class CompanySectionsTest {

    private static final String GREETING = "\nexample: { greeting: Hej, at: krogen }\n";

    private final CompanySections sections = with(new ExampleSection());

    private static CompanySections with(CompanySection<?> another) {
        List<CompanySection<?>> all = new ArrayList<>(SectionsFixture.ALL.inOrder());
        all.add(another);
        return new CompanySections(all);
    }

    @Test
    void it_is_read_and_written() {
        CompanyFile file = reading(nordlyst() + GREETING).orRefuse();

        assertThat(file.get(ExampleSection.KEY).greeting()).isEqualTo("Hej");
        CompanyFileWriter writer = new CompanyFileWriter();
        writer.sections = sections;
        assertThat(writer.write(file)).endsWith("example: { greeting: Hej, at: krogen }\n");
        assertThat(reading(writer.write(file)).file()).isEqualTo(file);
    }

    @Test
    void it_is_compared() {
        Comparison comparison = new Comparison();
        comparison.sections = sections;

        assertThat(
                        comparison.changes(
                                reading(nordlyst() + GREETING).file(),
                                reading(nordlyst() + GREETING.replace("Hej", "Hallå")).file()))
                .containsExactly(
                        new Change(
                                "example",
                                "nordlyst",
                                What.CHANGED,
                                List.of(new Value("greeting", "Hej", "Hallå"))));
    }

    @Test
    void its_mistakes_are_told_among_the_others_with_their_lines() {
        String wrong =
                nordlyst().replace("rate: 480.00", "rate: -1") + GREETING.replace("krogen", "kro");

        assertThat(reading(wrong).problems())
                .extracting(Problem::line, Problem::path, Problem::code)
                .containsExactly(
                        tuple(25, "people[3].rate", "not-an-amount"),
                        tuple((int) wrong.lines().count(), "example.at", "dangling-code"));
    }

    @Test
    void without_its_room_the_key_is_not_known() {
        assertThat(CompanyFileFixture.reading(nordlyst() + GREETING).problems())
                .extracting(Problem::code)
                .containsExactly("unknown-key");
    }

    @Test
    void no_two_sections_have_one_place() {
        assertThatThrownBy(() -> new CompanySections(List.of(new ExampleSection(), new Twin())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("twin")
                .hasMessageContaining("example");
    }

    private static final class Twin extends ExampleSection {
        @Override
        public SectionKey<Example> key() {
            return SectionKey.mapping("twin", ExampleSection.KEY.place());
        }
    }

    private Reading reading(String yaml) {
        CompanyFileReader reader = new CompanyFileReader();
        reader.sections = sections;
        return reader.read(stream(yaml));
    }
}
