package app.leeway.companyfile;

import static app.leeway.companyfile.CompanyFileFixture.nordlyst;
import static app.leeway.companyfile.CompanyFileFixture.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.leeway.company.ExportingCompany;
import app.leeway.company.FoundingCompany;
import app.leeway.company.ImportingCompany;
import app.leeway.company.PreviewingCompany;
import app.leeway.companyfile.Change.What;
import app.leeway.companyfile.ExampleSection.Example;
import app.leeway.organization.Actor;
import app.leeway.organization.CompanyRevision;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.organization.Role;
import app.leeway.shared.RefusedException;
import app.leeway.support.InsideTheServer;
import jakarta.inject.Inject;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A new room's section is a bean and nothing else: deployed beside the application as it was built,
 * it is found, read, compared, written and applied.
 */
@InsideTheServer(with = {ExampleSection.class, CompanyFileFixture.class})
class ExampleSectionIT {

    private static final String GREETING = "\nexample: { greeting: Hej, at: krogen }\n";

    @Inject FoundingCompany founding;
    @Inject ImportingCompany importing;
    @Inject PreviewingCompany previewing;
    @Inject ExportingCompany exporting;
    @Inject CompanyRevision revision;
    @Inject Organizations organizations;
    @Inject ExampleSection example;

    @Inject Jdbi jdbi;

    @BeforeEach
    void the_company_is_the_demo_and_greets_nobody() {
        if (revision.current() == 0) {
            founding.found("stina", Set.of(Role.STEWARD), stream(nordlyst()));
            return;
        }
        importing.importFile(stina(), stream(nordlyst()));
    }

    @Test
    void it_is_imported_exported_and_on_record() {
        assertThat(importing.importFile(stina(), stream(nordlyst() + GREETING)).changes())
                .extracting(Change::section, Change::entry, Change::what)
                .containsExactly(tuple("example", "nordlyst", What.ADDED));

        assertThat(example.stored(revision.current())).isEqualTo(new Example("Hej", "krogen"));
        String exported = exporting.export(stina());
        assertThat(exported).endsWith("example: { greeting: Hej, at: krogen }\n");
        assertThat(importing.importFile(stina(), stream(exported)).changes()).isEmpty();
        String onRecord =
                "SELECT count(*) FROM audit_entry WHERE what = 'company.added'"
                        + " AND subject = 'example:nordlyst'";
        long entries =
                jdbi.withHandle(handle -> handle.createQuery(onRecord).mapTo(Long.class).one());
        assertThat(entries).isPositive();
    }

    @Test
    void a_first_look_changes_nothing_of_it() {
        assertThat(previewing.preview(stina(), stream(nordlyst() + GREETING)).changes())
                .extracting(Change::section)
                .containsExactly("example");
        assertThat(example.stored(revision.current())).isEqualTo(Example.NONE);
    }

    @Test
    void its_mistakes_refuse_the_file() {
        String wrong = nordlyst() + GREETING.replace("krogen", "kro");
        RefusedException refused =
                catchThrowableOfType(
                        RefusedException.class, () -> importing.importFile(stina(), stream(wrong)));

        assertThat(refused.violations())
                .singleElement()
                .satisfies(v -> assertThat(v.field()).isEqualTo("example.at"))
                .satisfies(
                        v ->
                                assertThat(v.message())
                                        .startsWith("line " + wrong.lines().count() + ": "));
    }

    private Actor stina() {
        Person person = organizations.current().person("stina").orElseThrow();
        return new Actor(
                person.id(),
                person.user(),
                person.name(),
                Set.of(Role.STEWARD),
                person.at(),
                null,
                "sv");
    }
}
