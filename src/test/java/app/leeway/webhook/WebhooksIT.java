package app.leeway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.leeway.audit.AuditNote;
import app.leeway.audit.RecordFixture;
import app.leeway.notification.Origin;
import app.leeway.organization.Access;
import app.leeway.organization.Actor;
import app.leeway.organization.Role;
import app.leeway.outgoing.PublicAddress;
import app.leeway.outgoing.SafeHttpClient;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.jdbc.JdbiSetup;
import app.leeway.support.HandClock;
import app.leeway.support.PlainDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From the record to a receiver on this machine, and what happens when it does not come through.
 */
class WebhooksIT {

    private static PlainDatabase database;

    private final HandClock clock = new HandClock("2026-11-25T10:00:00Z");
    private final Actor stina = actor(Role.STEWARD);
    private PublicAddress addresses;
    private Webhooks webhooks;
    private KeepingWebhooks keeping;
    private WebhookTrial trying;
    private WebhookFanOut fanning;
    private Receiver receiver;

    @BeforeAll
    static void start() {
        database = PlainDatabase.started("webhooks");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void nobodyIsCalled() throws Exception {
        RecordFixture.clear(database);
        database.write(
                "TRUNCATE webhook CASCADE",
                "INSERT INTO org_unit (code, name_sv, name_en, level, position)"
                        + " VALUES ('house', 'Huset', 'The house', 'company', 1)"
                        + " ON CONFLICT DO NOTHING",
                "INSERT INTO person (id, user_name, name, at_unit, position) OVERRIDING SYSTEM"
                        + " VALUE VALUES (1, 'stina', 'Stina', 'house', 1) ON CONFLICT DO NOTHING");
        addresses =
                new PublicAddress(
                        host -> new InetAddress[] {InetAddress.getLoopbackAddress()}, true);
        webhooks = new Webhooks();
        webhooks.jdbi = JdbiSetup.over(database.source());
        webhooks.access = new Access();
        keeping = new KeepingWebhooks();
        keeping.jdbi = JdbiSetup.over(database.source());
        keeping.clock = clock;
        keeping.access = new Access();
        keeping.addresses = addresses;
        keeping.webhooks = webhooks;
        keeping.trail = RecordFixture.trail(database.source(), clock);
        keeping.subjects = RecordFixture.subjects();
        trying = new WebhookTrial();
        trying.jdbi = JdbiSetup.over(database.source());
        trying.clock = clock;
        trying.access = new Access();
        trying.webhooks = webhooks;
        fanning = new WebhookFanOut();
        fanning.jdbi = JdbiSetup.over(database.source());
        fanning.clock = clock;
        receiver = new Receiver();
    }

    @AfterEach
    void receiverEnds() {
        receiver.close();
    }

    @Test
    void what_happens_is_told_signed_as_a_cloud_event() throws Exception {
        KeepingWebhooks.Added added = add("gesture.*");
        happens("gesture.logged", "g-1", "{\"state\":\"held\",\"place\":\"krogen\"}");
        serve();

        Receiver.Call call = receiver.calls.get(0);
        assertThat(receiver.calls).hasSize(1);
        assertThat(call.contentType()).startsWith("application/cloudevents+json");
        new com.standardwebhooks.Webhook(added.secret())
                .sign(call.id(), Long.parseLong(call.timestamp()), call.body());
        assertThat(
                        new com.standardwebhooks.Webhook(added.secret())
                                .sign(call.id(), Long.parseLong(call.timestamp()), call.body()))
                .isEqualTo(call.signature());
        JsonNode event = new ObjectMapper().readTree(call.body());
        assertThat(event.get("specversion").asText()).isEqualTo("1.0");
        assertThat(event.get("source").asText()).isEqualTo("https://leeway.example");
        assertThat(event.get("type").asText()).isEqualTo("gesture.logged");
        assertThat(event.get("subject").asText()).isEqualTo("g-1");
        assertThat(event.get("id").asText()).isEqualTo(event.get("sequence").asText());
        assertThat(event.at("/data/after/state").asText()).isEqualTo("held");
        assertThat(event.at("/data/place").asText()).isEqualTo("krogen");
        assertThat(states()).containsExactly("delivered");
    }

    @Test
    void only_the_events_that_were_wanted_and_only_from_then_on() {
        happens("gesture.logged", "before", "{}");
        add("gesture.settled", "approval.*");
        happens("gesture.logged", "g-1", "{}");
        happens("gesture.settled", "g-2", "{}");
        happens("approval.declined", "g-3", "{}");
        happens("company.imported", "x", "{}");
        serve();

        assertThat(receiver.calls)
                .extracting(call -> call.body().replaceAll(".*\"subject\":\"([^\"]*)\".*", "$1"))
                .containsExactly("g-2", "g-3");
    }

    @Test
    void P2_two_servers_call_once_for_each_event() throws Exception {
        add("gesture.*");
        for (int i = 0; i < 60; i++) {
            happens("gesture.logged", "g-" + i, "{}");
        }
        ExecutorService servers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                work.add(
                        () -> {
                            serve();
                            return null;
                        });
            }
            for (Future<Void> done : servers.invokeAll(work)) {
                done.get();
            }
        } finally {
            servers.shutdown();
        }

        assertThat(receiver.calls)
                .extracting(Receiver.Call::id)
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    @Test
    void P5_a_receiver_that_answers_500_is_called_again_with_the_same_id_until_it_is_given_up() {
        UUID hook = add("gesture.*").webhook().id();
        happens("gesture.logged", "g-1", "{}");
        receiver.answer = 500;
        serve();
        serve();
        assertThat(receiver.calls).as("not at once").hasSize(1);
        while (states().contains("waiting")) {
            clock.advance(Duration.ofHours(8));
            serve();
            assertThat(receiver.calls).hasSizeLessThan(20);
        }

        assertThat(receiver.calls).hasSize(WebhookDispatcher.BACKOFF.attempts());
        assertThat(receiver.calls)
                .extracting(Receiver.Call::id)
                .containsOnly(receiver.calls.get(0).id());
        WebhookDelivery dead = webhooks.deliveries(stina, hook, "dead", null, 10).get(0);
        assertThat(dead.problem()).isEqualTo("it answered 500");
        assertThat(webhooks.get(stina, hook).dead()).isEqualTo(1);

        receiver.answer = 200;
        trying.again(stina, hook, dead.id());
        serve();
        assertThat(states()).containsExactly("delivered");
        assertThatThrownBy(() -> trying.again(stina, hook, dead.id()))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal()).isEqualTo(Refusal.WRONG_STATE));
    }

    @Test
    void a_receiver_that_fails_is_left_alone_whatever_else_waits_for_it() {
        add("gesture.*");
        receiver.answer = 503;
        for (int i = 0; i < 10; i++) {
            happens("gesture.logged", "g-" + i, "{}");
        }
        serve();
        serve();
        assertThat(receiver.calls).hasSize(1);

        receiver.answer = 204;
        clock.advance(Duration.ofSeconds(10));
        serve();
        assertThat(states()).containsOnly("delivered").hasSize(10);
    }

    @Test
    void P5_a_receiver_that_answers_after_a_minute_has_ten_seconds() {
        add("gesture.*");
        happens("gesture.logged", "g-1", "{}");
        receiver.silent = true;
        long from = System.nanoTime();
        serve();

        assertThat(Duration.ofNanos(System.nanoTime() - from))
                .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(50));
        assertThat(database.one("SELECT problem FROM webhook_delivery"))
                .isEqualTo("no answer within 10 seconds");
    }

    @Test
    void a_receiver_that_answers_410_is_never_called_again() {
        UUID hook = add("gesture.*").webhook().id();
        happens("gesture.logged", "g-1", "{}");
        happens("gesture.logged", "g-2", "{}");
        receiver.answer = 410;
        serve();
        happens("gesture.logged", "g-3", "{}");
        clock.advance(Duration.ofDays(1));
        serve();

        assertThat(receiver.calls).hasSize(1);
        assertThat(webhooks.get(stina, hook).state()).isEqualTo("gone");
        assertThat(states()).containsOnly("dead").hasSize(2);
        assertThat(database.one("SELECT count(*) FROM audit_entry WHERE what = 'webhook.gone'"))
                .isEqualTo("1");
        assertThatThrownBy(() -> trying.test(stina, hook)).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.1/", "http://169.254.169.254/latest", "file:///etc"})
    void a_redirect_is_not_followed_wherever_it_leads(String location) {
        add("gesture.*");
        happens("gesture.logged", "g-1", "{}");
        receiver.answer = 302;
        receiver.location = location;
        serve();

        assertThat(receiver.calls).hasSize(1);
        assertThat(database.one("SELECT problem FROM webhook_delivery"))
                .isEqualTo("it leads elsewhere, and that is not followed");
    }

    @Test
    void a_name_that_leads_inside_later_is_not_called_then() {
        add("gesture.*");
        happens("gesture.logged", "g-1", "{}");
        addresses =
                new PublicAddress(
                        host -> new InetAddress[] {InetAddress.getByName("192.168.0.5")}, true);
        serve();

        assertThat(receiver.calls).isEmpty();
        assertThat(database.one("SELECT problem FROM webhook_delivery")).contains("https");
    }

    @ParameterizedTest
    @CsvSource({
        "https://inside.example/, private-address",
        "http://inside.example/, not-https",
        "ftp://inside.example/, not-an-address",
    })
    void an_address_that_nothing_is_sent_to_is_refused_when_it_is_given(String url, String code) {
        keeping.addresses =
                new PublicAddress(
                        host -> new InetAddress[] {InetAddress.getByName("fd00::7")}, false);

        assertThatThrownBy(() -> keeping.add(stina, url, List.of("gesture.*")))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.violations().get(0).code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "gesture", "gesture.%", "company.imported", "gesture.*,x"})
    void events_that_there_are_not_are_refused(String event) {
        assertThatThrownBy(() -> add(event)).isInstanceOf(RefusedException.class);
    }

    @Test
    void P9_only_stewards_say_who_is_called_and_auditors_look() {
        UUID hook = add("gesture.*").webhook().id();

        assertThat(webhooks.all(actor(Role.AUDITOR))).hasSize(1);
        for (Role role : List.of(Role.STAFF, Role.MANAGER, Role.LEADER, Role.SYSTEM)) {
            refused(() -> webhooks.all(actor(role)));
            refused(() -> webhooks.deliveries(actor(role), hook, null, null, 1));
        }
        for (Role role : List.of(Role.STAFF, Role.MANAGER, Role.AUDITOR, Role.SYSTEM)) {
            refused(() -> keeping.add(actor(role), receiver.url(), List.of("gesture.*")));
            refused(() -> keeping.remove(actor(role), hook));
            refused(() -> trying.test(actor(role), hook));
        }
    }

    @Test
    void a_test_says_nothing_but_that_the_way_is_open() {
        UUID hook = add("approval.*").webhook().id();
        trying.test(stina, hook);
        serve();

        assertThat(receiver.calls)
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("\"type\":\"leeway.test\""));
    }

    @Test
    void what_nobody_took_for_three_days_is_given_up_and_forgotten_a_month_later() {
        add("gesture.*");
        happens("gesture.logged", "g-1", "{}");
        fanning.fanOut();
        clock.advance(WebhookFanOut.STALE.plusSeconds(1));
        fanning.tidyUp();
        assertThat(states()).containsExactly("dead");

        clock.advance(Duration.ofDays(31));
        fanning.tidyUp();
        assertThat(states()).isEmpty();
    }

    @Test
    void P4_what_a_killed_server_had_taken_is_sent_by_another() {
        UUID hook = add("gesture.*").webhook().id();
        happens("gesture.logged", "g-1", "{}");
        fanning.fanOut();
        assertThat(deliveries().take(hook)).isPresent(); // and is heard of no more
        serve();
        assertThat(receiver.calls).isEmpty();

        clock.advance(WebhookDeliveries.LEASE.plusSeconds(1));
        serve();
        assertThat(receiver.calls).hasSize(1);
    }

    @Test
    void a_receiver_that_was_taken_away_is_called_no_more() {
        UUID hook = add("gesture.*").webhook().id();
        happens("gesture.logged", "g-1", "{}");
        fanning.fanOut();
        keeping.remove(stina, hook);
        serve();

        assertThat(receiver.calls).isEmpty();
        assertThatThrownBy(() -> webhooks.get(stina, hook)).isInstanceOf(RefusedException.class);
    }

    private KeepingWebhooks.Added add(String... events) {
        return keeping.add(stina, receiver.url(), List.of(events));
    }

    private void serve() {
        fanning.fanOut();
        fanning.due().forEach(calling()::callAll);
    }

    private WebhookDispatcher calling() {
        WebhookDispatcher calling = new WebhookDispatcher();
        calling.deliveries = deliveries();
        calling.record = RecordFixture.reading(database.source());
        calling.courier = new SafeHttpClient(addresses);
        calling.clock = clock;
        calling.origin = new Origin("https://leeway.example");
        return calling;
    }

    private WebhookDeliveries deliveries() {
        WebhookDeliveries deliveries = new WebhookDeliveries();
        deliveries.jdbi = JdbiSetup.over(database.source());
        deliveries.clock = clock;
        deliveries.trail = RecordFixture.trail(database.source(), clock);
        return deliveries;
    }

    private void happens(String what, String subject, String after) {
        RecordFixture.trail(database.source(), clock)
                .append(List.of(new AuditNote(null, what, subject, null, after, "krogen")));
    }

    private List<String> states() {
        String all =
                database.one("SELECT string_agg(state, ',' ORDER BY number) FROM webhook_delivery");
        return all == null ? List.of() : List.of(all.split(","));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal()).isEqualTo(Refusal.NOT_ALLOWED));
    }

    private static Actor actor(Role role) {
        return new Actor(1, "stina", "Stina", Set.of(role), "house", null, "en");
    }
}
