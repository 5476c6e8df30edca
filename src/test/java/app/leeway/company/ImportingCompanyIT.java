package app.leeway.company;

import static app.leeway.companyfile.CompanyFileFixture.lineOf;
import static app.leeway.companyfile.CompanyFileFixture.nordlyst;
import static app.leeway.companyfile.CompanyFileFixture.nordlystWith;
import static app.leeway.companyfile.CompanyFileFixture.nordlystWithDeciding;
import static app.leeway.companyfile.CompanyFileFixture.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.leeway.catalogue.Catalogues;
import app.leeway.companyfile.Change;
import app.leeway.companyfile.Change.Value;
import app.leeway.companyfile.Change.What;
import app.leeway.companyfile.CompanyFile;
import app.leeway.companyfile.CompanyFileFixture;
import app.leeway.companyfile.CompanyFileReader;
import app.leeway.organization.Actor;
import app.leeway.organization.CompanyRevision;
import app.leeway.organization.Organization;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.organization.Role;
import app.leeway.organization.WorkingWeek;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.support.InsideTheServer;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The company file in the real store: in, out, changed, refused. */
@InsideTheServer(with = CompanyFileFixture.class)
class ImportingCompanyIT {

    private static final String NEWSLETTER =
            "  - { code: newsletter,  name: { sv: Nyhetsbrev, en: Newsletter },      potential: 0 }\n";
    private static final String HEDDA =
            "  - { user: hedda,   name: Hedda Vik,      at: skargard,  roles: [staff],              rate: 330.00 }\n";

    @Inject FoundingCompany founding;
    @Inject ImportingCompany importing;
    @Inject PreviewingCompany previewing;
    @Inject ExportingCompany exporting;
    @Inject CompanyFileReader reader;
    @Inject CompanyRevision revision;
    @Inject Organizations organizations;
    @Inject Catalogues catalogues;

    @Resource(lookup = "jdbc/leeway")
    DataSource database;

    @BeforeEach
    void theCompanyIsTheDemo() {
        if (revision.current() == 0) {
            founding.found("stina", Set.of(Role.STEWARD), stream(nordlyst()));
            return;
        }
        importing.importFile(stina(), stream(nordlyst()));
    }

    @Test
    void whatIsExportedIsWhatWasImportedAndImportsToTheSame() {
        String exported = exporting.export(stina());
        assertThat(read(exported)).isEqualTo(read(nordlyst()));
        assertThat(importing.importFile(stina(), stream(exported)).changes()).isEmpty();
        assertThat(exporting.export(stina())).isEqualTo(exported);
    }

    @Test
    void whatItSaysOfDecidingIsStoredAndComesBack() {
        Imported imported = importing.importFile(stina(), stream(nordlystWithDeciding()));
        assertThat(imported.changes())
                .extracting(Change::section)
                .containsExactly("organization", "authority", "approvals");
        assertThat(read(exporting.export(stina()))).isEqualTo(read(nordlystWithDeciding()));
        Organization now = organizations.current();
        assertThat(now.hoursOf("krogen-servis").week())
                .hasToString("mon-fri 08:00-17:00, sat 17:00-01:00");
        assertThat(now.hoursOf("gymmet").week()).isEqualTo(WorkingWeek.ALWAYS);
        assertThat(now.sampleOf("krogen-servis")).isEqualTo(5);
        assertThat(now.sampleOf("gymmet")).isEqualTo(2);
        assertThat(mayGrant(now, "recovery", 180_000)).containsExactlyInAnyOrder("mats", "lena");
        assertThat(mayGrant(now, "delight", 300_000))
                .containsExactlyInAnyOrder("kim", "mats", "lena");

        importing.importFile(stina(), stream(nordlyst()));
        assertThat(read(exporting.export(stina()))).isEqualTo(read(nordlyst()));
    }

    @Test
    void aChangedFileChangesWhatItSaysAtOnceAndNothingElse() {
        long before = revision.current();
        Imported imported =
                importing.importFile(
                        stina(), stream(nordlystWith("name: Gymmet, ", "name: Gymmet 2, ")));
        assertThat(imported.revision()).isEqualTo(before + 1).isEqualTo(revision.current());
        assertThat(imported.changes())
                .containsExactly(
                        new Change(
                                "organization",
                                "gymmet",
                                What.CHANGED,
                                List.of(new Value("name", "Gymmet", "Gymmet 2"))));
        assertThat(organizations.current().unit("gymmet").orElseThrow().name().sv())
                .isEqualTo("Gymmet 2");
    }

    @Test
    void whatIsLeftOutIsRetiredAndComesBackAsTheSame() {
        Person hedda = organizations.current().person("hedda").orElseThrow();
        importing.importFile(stina(), stream(nordlystWith(HEDDA, "").replace(NEWSLETTER, "")));
        assertThat(organizations.current().person("hedda")).isEmpty();
        assertThat(organizations.current().person(hedda.id())).contains(hedda);
        assertThat(catalogues.current().touchpoint("newsletter")).isEmpty();
        assertThat(catalogues.current().touchpointEver("newsletter")).isPresent();

        Imported imported = importing.importFile(stina(), stream(nordlyst()));
        assertThat(imported.changes())
                .extracting(Change::entry, Change::what)
                .containsExactly(tuple("hedda", What.ADDED), tuple("newsletter", What.ADDED));
        assertThat(organizations.current().person("hedda")).contains(hedda);
    }

    @Test
    void aFileRefusedAtItsVeryEndHasChangedNothing() {
        String before = exporting.export(stina());
        long revisionBefore = revision.current();
        String late =
                nordlystWith("name: Gymmet, ", "name: Gymmet 2, ")
                        .replace("limit: 20,  ", "limit: 30,  ");
        RefusedException refused =
                catchThrowableOfType(
                        RefusedException.class, () -> importing.importFile(stina(), stream(late)));
        assertThat(refused.violations())
                .singleElement()
                .satisfies(v -> assertThat(v.code()).isEqualTo("already-in-force"))
                .satisfies(
                        v ->
                                assertThat(v.message())
                                        .startsWith("line " + lineOf("code: coin-once") + ": "));
        assertThat(exporting.export(stina())).isEqualTo(before);
        assertThat(revision.current()).isEqualTo(revisionBefore);
    }

    @Test
    void aFirstLookSaysWhatTheImportWouldAndChangesNothing() {
        String changed = nordlystWith("potential: 3", "potential: 2");
        String before = exporting.export(stina());
        Imported would = previewing.preview(stina(), stream(changed));
        assertThat(would.changes()).hasSize(3);
        assertThat(exporting.export(stina())).isEqualTo(before);
        assertThat(importing.importFile(stina(), stream(changed)).changes())
                .isEqualTo(would.changes());
    }

    @Test
    void anotherCompanyOrCurrencyCannotTakeItsPlace() {
        for (String other :
                List.of(
                        nordlyst().replace("nordlyst", "sydlyst"),
                        nordlystWith("currency: SEK", "currency: EUR"))) {
            assertThat(
                            catchThrowableOfType(
                                            RefusedException.class,
                                            () -> importing.importFile(stina(), stream(other)))
                                    .refusal())
                    .isEqualTo(Refusal.WRONG_STATE);
        }
    }

    @Test
    void nobodyFoundsASecondCompanyAndOnlyStewardsImport() {
        assertThat(
                        catchThrowableOfType(
                                        RefusedException.class,
                                        () ->
                                                founding.found(
                                                        "stina",
                                                        Set.of(Role.STEWARD),
                                                        stream(nordlyst())))
                                .refusal())
                .isEqualTo(Refusal.WRONG_STATE);
        Actor anna = actor("anna", Role.STAFF);
        assertThat(
                        catchThrowableOfType(
                                        RefusedException.class,
                                        () -> importing.importFile(anna, stream(nordlyst())))
                                .refusal())
                .isEqualTo(Refusal.NOT_ALLOWED);
    }

    @Test
    void everyImportIsOnRecordWithoutNamesOfPeople() throws SQLException {
        importing.importFile(stina(), stream(nordlystWith("name: Anna Ek", "name: Anna Canary")));
        List<String> entries = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT concat_ws(' ', what, subject, before, after)"
                                        + " FROM audit_entry")) {
            while (row.next()) {
                entries.add(row.getString(1));
            }
        }
        assertThat(entries)
                .anyMatch(entry -> entry.startsWith("company.imported"))
                .noneMatch(entry -> entry.contains("Canary") || entry.contains("Anna"));
    }

    private static List<String> mayGrant(Organization now, String category, long amountMinor) {
        return now.people().stream()
                .filter(p -> p.roles().contains(Role.MANAGER) && now.holds(p.at(), "krogen"))
                .filter(p -> now.mayGrant(p, category, amountMinor))
                .map(Person::user)
                .toList();
    }

    private CompanyFile read(String yaml) {
        return reader.read(stream(yaml), Map.of()).orRefuse();
    }

    private Actor stina() {
        return actor("stina", Role.STEWARD);
    }

    private Actor actor(String user, Role role) {
        Person person = organizations.current().person(user).orElseThrow();
        return new Actor(person.id(), user, person.name(), Set.of(role), person.at(), null, "sv");
    }
}
