package app.leeway.handover;

import static app.leeway.companyfile.CompanyFileFixture.nordlyst;
import static app.leeway.companyfile.CompanyFileFixture.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.leeway.company.FoundingCompany;
import app.leeway.company.ImportingCompany;
import app.leeway.companyfile.CompanyFileFixture;
import app.leeway.handover.file.HandoverSection;
import app.leeway.handover.rest.HandoverResource;
import app.leeway.handover.web.HandoverPlaces;
import app.leeway.notification.Notifications;
import app.leeway.organization.Actor;
import app.leeway.organization.CompanyRevision;
import app.leeway.organization.DeskPlace;
import app.leeway.organization.DeskPlaces;
import app.leeway.organization.Organizations;
import app.leeway.organization.Person;
import app.leeway.organization.Role;
import app.leeway.shared.RefusedException;
import app.leeway.shared.jobs.Job;
import app.leeway.support.InsideTheServer;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A whole new room beside the application as it was built: its table, use case, notification, entry
 * of the record, section of the company file, place of the desk and job are found without a change
 * to any class outside of it. It is the example of {@code docs/adding-a-feature.md}.
 */
@InsideTheServer(
        with = {
            CompanyFileFixture.class,
            HandoverEntries.class,
            HandoverJobs.class,
            HandoverNote.class,
            HandoverNotes.class,
            HandoverNotification.class,
            HandoverPlaces.class,
            HandoverResource.class,
            HandoverRule.class,
            HandoverSection.class,
            HandoverStore.class,
            KeepingHandoverRules.class,
            LeavingHandoverNotes.class
        },
        migrations = "handover/V900__handover_notes.sql")
class HandoverRoomIT {

    @Inject FoundingCompany founding;
    @Inject ImportingCompany importing;
    @Inject CompanyRevision revision;
    @Inject Organizations organizations;
    @Inject LeavingHandoverNotes leaving;
    @Inject HandoverNotes notes;
    @Inject Notifications notifications;
    @Inject Jdbi jdbi;
    @Inject @Any Instance<DeskPlaces> places;
    @Inject @Any Instance<Job> jobs;

    @BeforeEach
    void the_company_is_the_demo_and_nobody_has_left_a_note() {
        if (revision.current() == 0) {
            founding.found("stina", Set.of(Role.STEWARD), stream(nordlyst()));
        } else {
            importing.importFile(actor("stina"), stream(nordlyst()));
        }
        jdbi.useHandle(handle -> handle.execute("DELETE FROM handover_note"));
    }

    @Test
    void a_note_is_kept_on_record_and_told_to_the_manager() {
        UUID id = UUID.randomUUID();

        leaving.leave(id, "The ice machine drips.", actor("anna"));

        assertThat(notes.ofMyPlace(actor("anna")))
                .extracting(HandoverNote::id, HandoverNote::text)
                .containsExactly(tuple(id, "The ice machine drips."));
        assertThat(figure("SELECT count(*) FROM audit_entry WHERE what = 'handover.left'", id))
                .isOne();
        assertThat(notifications.mine(actor("kim"), null, 50))
                .filteredOn(told -> told.subject().equals(id.toString()))
                .singleElement()
                .satisfies(told -> assertThat(told.what()).isEqualTo("handover.left"));
    }

    @Test
    void the_company_file_says_how_long_it_may_be() {
        importing.importFile(actor("stina"), stream(nordlyst() + "\nhandover: { longest: 10 }\n"));

        RefusedException refused =
                catchThrowableOfType(
                        RefusedException.class,
                        () -> leaving.leave(UUID.randomUUID(), "01234567890", actor("anna")));

        assertThat(refused.violations().get(0).code()).isEqualTo("too-long");
        assertThat(notes.ofMyPlace(actor("anna"))).isEmpty();
    }

    @Test
    void it_has_a_place_at_the_desk_and_a_job() {
        assertThat(places.stream().flatMap(room -> room.places().stream()))
                .extracting(DeskPlace::path)
                .contains("/handover/notes");
        leaving.leave(UUID.randomUUID(), "Old.", actor("anna"));
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "UPDATE handover_note SET at = at - ?::interval",
                                HandoverJobs.KEPT.plus(Duration.ofMinutes(1)).toString()));

        jobs.stream()
                .filter(job -> job.name().equals("forget old handover notes"))
                .findFirst()
                .orElseThrow()
                .work()
                .get();

        assertThat(notes.ofMyPlace(actor("anna"))).isEmpty();
    }

    private long figure(String sql, UUID subject) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(sql + " AND subject = :subject")
                                .bind("subject", subject.toString())
                                .mapTo(Long.class)
                                .one());
    }

    private Actor actor(String user) {
        Person person = organizations.current().person(user).orElseThrow();
        return new Actor(person.id(), user, person.name(), person.roles(), person.at(), null, "sv");
    }
}
