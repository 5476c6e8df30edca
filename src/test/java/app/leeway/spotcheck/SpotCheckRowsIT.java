package app.leeway.spotcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.audit.AuditNote;
import app.leeway.audit.AuditTrail;
import app.leeway.notification.Notification;
import app.leeway.notification.Notifier;
import app.leeway.organization.Actor;
import app.leeway.organization.ApprovalRules;
import app.leeway.organization.OrganizationFixture;
import app.leeway.shared.RefusedException;
import app.leeway.shared.jdbc.JdbiSetup;
import app.leeway.support.PlainDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue in a plain database: what comes into it, and who sees it. */
class SpotCheckRowsIT {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private static PlainDatabase database;

    private final List<Notification> told = new ArrayList<>();
    private final List<AuditNote> noted = new ArrayList<>();
    private OrganizationFixture nordlyst;
    private SpotCheckDraw drawing;
    private SpotChecks spotChecks;
    private SpotCheckInbox inbox;

    @BeforeAll
    static void start() {
        database = PlainDatabase.started("looks");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void nothingWasGiven() {
        database.write(
                "ALTER TABLE gesture DISABLE TRIGGER USER",
                "DELETE FROM rule_question",
                "DELETE FROM look_note",
                "DELETE FROM look",
                "DELETE FROM gesture",
                "ALTER TABLE gesture ENABLE TRIGGER USER",
                "INSERT INTO company (code, name, currency, zone, languages) VALUES"
                        + " ('nordlyst', 'Nordlyst AB', 'SEK', 'Europe/Stockholm', 'sv,en')"
                        + " ON CONFLICT DO NOTHING",
                "INSERT INTO kind (code, name_sv, name_en, category, cost_model, preset_minor,"
                        + " customer, outreach, position) VALUES ('treat', 'Gest', 'Treat',"
                        + " 'delight', 'preset', 12000, 'optional', false, 1)"
                        + " ON CONFLICT DO NOTHING");
        sampling(0);
    }

    private void sampling(int percent) {
        nordlyst =
                OrganizationFixture.nordlyst()
                        .deciding(new ApprovalRules(null, null, null, percent, null));
        nordlyst.rows().forEach(database::write);
        drawing = new SpotCheckDraw();
        drawing.jdbi = JdbiSetup.over(database.source());
        drawing.organizations = nordlyst.organizations();
        drawing.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        drawing.telling =
                new Notifier() {
                    @Override
                    public void tell(List<Notification> words) {
                        told.addAll(words);
                    }
                };
        spotChecks = new SpotChecks();
        spotChecks.store = new SpotCheckStore();
        spotChecks.store.jdbi = drawing.jdbi;
        spotChecks.drawing = drawing;
        spotChecks.access = nordlyst.access();
        spotChecks.clock = drawing.clock;
        inbox = new SpotCheckInbox();
        inbox.store = spotChecks.store;
        inbox.organizations = nordlyst.organizations();
        inbox.access = nordlyst.access();
        inbox.clock = drawing.clock;
        inbox.audit =
                new AuditTrail() {
                    @Override
                    public void append(List<AuditNote> notes) {
                        noted.addAll(notes);
                    }
                };
    }

    @Test
    void whatIsToBeReviewedComesOnceAndWhatWasInsideTheRulesNever() {
        UUID passed = gesture("anna", "ASK", "to-be-reviewed");
        gesture("anna", "GO", null);
        gesture("anna", "GO_AND_TELL", null);
        assertThat(drawing.draw()).isEqualTo(1);
        assertThat(drawing.draw()).isZero();
        assertThat(told).isEmpty();
        assertThat(spotChecks.ofOthers(actor("kim"), null, 10))
                .singleElement()
                .satisfies(spotCheck -> assertThat(spotCheck.id()).isEqualTo(passed))
                .satisfies(spotCheck -> assertThat(spotCheck.why()).isEqualTo("to-be-reviewed"))
                .satisfies(spotCheck -> assertThat(spotCheck.name()).isEqualTo("Anna Ek"));
        assertThat(spotChecks.ofOthers(actor("maria"), null, 10)).isEmpty();
        assertThat(spotChecks.ofOthers(actor("axel"), null, 10)).hasSize(1);
    }

    @Test
    void whatWasPickedByChanceIsSeenFirstByWhoeverGaveIt() {
        sampling(100);
        UUID picked = gesture("anna", "GO", null);
        gesture("anna", "GO_AND_TELL", null);
        assertThat(spotChecks.ofOthers(actor("kim"), null, 10)).isEmpty();
        assertThat(told).singleElement().satisfies(w -> assertThat(w.personId()).isEqualTo(1));
        assertThat(spotChecks.mine(actor("anna"), null, 10))
                .extracting(SpotCheck::id)
                .containsExactly(picked);
        EndorsingSpotChecks endorsing = new EndorsingSpotChecks();
        endorsing.inbox = inbox;
        assertThatThrownBy(() -> endorsing.endorse(actor("kim"), picked))
                .isInstanceOf(RefusedException.class);

        AcknowledgingSpotChecks seeing = new AcknowledgingSpotChecks();
        seeing.inbox = inbox;
        assertThat(seeing.acknowledge(actor("anna"), picked).seenAt()).isEqualTo(NOW);
        assertThat(spotChecks.ofOthers(actor("kim"), null, 10)).hasSize(1);
        assertThat(endorsing.endorse(actor("kim"), picked).state())
                .isEqualTo(SpotCheck.State.ENDORSED);
        assertThat(spotChecks.ofOthers(actor("kim"), null, 10)).isEmpty();
        assertThat(noted).extracting(AuditNote::what).containsExactly("look.endorsed");
    }

    @Test
    void afterThreeDaysItIsSeenAllTheSame() {
        sampling(100);
        gesture("anna", "GO", null);
        drawing.draw();
        spotChecks.clock =
                Clock.offset(drawing.clock, SpotChecks.HEAD_START.plus(Duration.ofHours(1)));
        assertThat(spotChecks.ofOthers(actor("kim"), null, 10)).hasSize(1);
    }

    @Test
    void theListGoesOnWhereItEnded() {
        for (int i = 0; i < 5; i++) {
            gesture("anna", "ASK", "to-be-reviewed");
        }
        List<SpotCheck> first = spotChecks.ofOthers(actor("kim"), null, 3);
        SpotChecks.Place end = SpotChecks.Place.parse(SpotChecks.Place.of(first.get(2)).toString());
        assertThat(spotChecks.ofOthers(actor("kim"), end, 3))
                .hasSize(2)
                .doesNotContainAnyElementsOf(first);
    }

    @Test
    void whatTheTwoSayIsReadByTheTwo() {
        UUID id = gesture("anna", "ASK", "to-be-reviewed");
        drawing.draw();
        DiscussingSpotChecks talking = new DiscussingSpotChecks();
        talking.inbox = inbox;
        talking.telling = drawing.telling;
        talking.comment(actor("kim"), id, "canary one");
        SpotCheck answered = talking.comment(actor("anna"), id, "canary two");
        assertThat(answered.notes())
                .extracting(SpotCheck.Note::text)
                .containsExactly("canary one", "canary two");
        assertThat(spotChecks.ofOthers(actor("kim"), null, 9).get(0).notes()).hasSize(2);
        assertThat(spotChecks.ofOthers(actor("mats"), null, 9).get(0).notes()).isEmpty();
        assertThat(told.toString() + noted).doesNotContain("canary");
    }

    @Test
    void P8_nobodyLooksAtTheirOwnOrTheirManagersNotEvenByHand() {
        UUID ofMats = gesture("mats", "ASK", "to-be-reviewed");
        drawing.draw();
        EndorsingSpotChecks endorsing = new EndorsingSpotChecks();
        endorsing.inbox = inbox;
        for (String user : List.of("mats", "kim", "axel", "maria")) {
            assertThatThrownBy(() -> endorsing.endorse(actor(user), ofMats))
                    .as(user)
                    .isInstanceOf(RefusedException.class);
        }
        assertThatThrownBy(
                        () ->
                                database.write(
                                        "UPDATE look SET state = 'endorsed', at = now(),"
                                                + " by_person = 3"))
                .rootCause()
                .hasMessageContaining("nobody looks at their own gesture");
        assertThat(endorsing.endorse(actor("lena"), ofMats).by().user()).isEqualTo("lena");
    }

    private Actor actor(String user) {
        return nordlyst.actor(user);
    }

    /** One that was done at the restaurant an hour ago. */
    private UUID gesture(String user, String outcome, String review) {
        UUID id = UUID.randomUUID();
        database.write(
                ("INSERT INTO gesture (id, fingerprint_version, fingerprint, kind, category, outreach, roles, place,"
                                + " site, person_id, first_cost_minor, cost_minor, done, judged_for,"
                                + " received_at, state, first_state, review, outcome, verdict)"
                                + " VALUES ('%s', 2, '', 'treat', 'delight', false, 'staff', 'krogen',"
                                + " 'krogen', %d, 12000, 12000, true, '%s', '%s', 'settled',"
                                + " 'settled', %s, '%s', '{}')")
                        .formatted(
                                id,
                                nordlyst.actor(user).personId(),
                                NOW.minusSeconds(3600),
                                NOW.minusSeconds(3600),
                                review == null ? "NULL" : "'" + review + "'",
                                outcome));
        return id;
    }
}
