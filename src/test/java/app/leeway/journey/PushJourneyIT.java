package app.leeway.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.notification.PushService;
import app.leeway.support.Awaiting;
import app.leeway.support.Browsers;
import app.leeway.support.Device;
import app.leeway.support.Nordlyst;
import app.leeway.support.Visit;
import app.leeway.webhook.Receiver;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A device agrees to be told. The push service of the browser's maker is not asked: the browser is
 * given a subscription of one on this machine, as it would get it from there.
 */
class PushJourneyIT {

    private static Browsers browsers;

    private final Nordlyst nordlyst = Nordlyst.running();

    @BeforeAll
    static void open() {
        browsers = Browsers.open();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @BeforeEach
    void noDeviceHasAgreed() {
        for (String user : List.of("anna", "kim", "stina")) {
            nordlyst.as(user).put("/me", "{\"language\":\"sv\"}");
        }
        nordlyst.books().write("DELETE FROM push_subscription");
    }

    @Test
    void on_the_tablet_it_is_one_button_and_signing_out_ends_it() throws Exception {
        try (PushService service = new PushService();
                Visit anna = browsers.visit(Device.TABLET, "sv-SE", ColorScheme.LIGHT)) {
            give(anna, service);
            Page page = anna.signIn("anna", "/tap/sign-in");
            page.locator("#settings").click();
            page.locator("#push").click();
            assertThat(page.locator("#push")).hasText("Säg inte till mig här längre");
            assertThat(devices("tap", "anna")).isEqualTo(1);
            tell("anna", "approval.approved");
            Awaiting.until("the push", () -> !service.received.isEmpty());
            assertThat(service.received.get(0).text()).contains("Du har fått ett svar");

            page.locator("#push").click();
            assertThat(page.locator("#push")).hasText("Säg till mig på den här surfplattan");
        }
    }

    @Test
    void on_the_desk_it_stands_with_how_i_am_told() throws Exception {
        try (PushService service = new PushService();
                Visit kim = browsers.visit(Device.DESKTOP, "sv-SE", ColorScheme.LIGHT)) {
            give(kim, service);
            Page page = kim.signIn("kim", "/organization/me.xhtml");
            page.locator("#push-here").click();
            assertThat(page.locator("#push-here")).hasText("Säg inte till här längre");
            assertThat(devices("desk", "kim")).isEqualTo(1);
            page.locator("#push-here").click();
            assertThat(page.locator("#push-here")).hasText("Säg till på den här enheten");
            Awaiting.until("the end of it", () -> devices("desk", "kim") == 0);
        }
    }

    @Test
    void what_somebody_was_told_stands_on_the_desk_until_they_have_read_it() {
        nordlyst.as("kim").get("/me");
        nordlyst.books().write("DELETE FROM word");
        try (Visit kim = browsers.visit(Device.DESKTOP, "sv-SE", ColorScheme.LIGHT)) {
            tell("kim", "approval.asked");
            Page page = kim.signIn("kim", "/notification/notifications.xhtml");
            assertThat(page.locator("#words\\:list")).containsText("Anna Ek ber om");
            assertThat(page.locator("header .waits[href*='notifications']"))
                    .containsText("1 sak ny");
            page.locator("#words\\:readAll").click();
            assertThat(page.locator("header .waits[href*='notifications']")).hasCount(0);
            assertThat(page.locator("#words\\:list .badge")).hasCount(0);
        }
    }

    @Test
    void how_i_am_told_is_kept_and_what_is_wrong_is_said() {
        try (Visit kim = browsers.visit(Device.DESKTOP, "sv-SE", ColorScheme.LIGHT)) {
            Page page = kim.signIn("kim", "/organization/me.xhtml");
            page.locator("#telling\\:quietFrom").fill("22:00");
            page.locator("#telling\\:quietUntil").fill("");
            page.locator("#telling\\:chooseTelling").click();
            assertThat(page.locator("[role=alert]")).containsText("Tysta timmar");
            page.locator("#telling\\:quietUntil").fill("07:00");
            page.locator("#telling\\:chooseTelling").click();
            assertThat(page.locator("[role=alert]")).hasCount(0);
            assertThat(page.locator("#telling\\:quietFrom")).hasValue("22:00");
            assertThat(page.locator("#telling\\:digestAt")).hasValue("16:00");
        }
        nordlyst.books().write("DELETE FROM telling_choice");
    }

    @Test
    void a_steward_adds_a_receiver_tries_the_way_and_takes_it_back() throws Exception {
        nordlyst.books().write("DELETE FROM webhook");
        try (Receiver receiver = new Receiver();
                Visit stina = browsers.visit(Device.DESKTOP, "sv-SE", ColorScheme.LIGHT)) {
            Page page = stina.signIn("stina", "/webhook/webhooks.xhtml");
            page.locator("#add\\:url").fill("https://10.0.0.1/");
            page.locator("#add\\:go").click();
            assertThat(page.locator("[role=alert]")).containsText("privat nät");
            page.locator("#add\\:url").fill(receiver.url());
            page.locator("#add\\:go").click();
            assertThat(page.locator("#secret")).containsText("whsec_");
            page.locator("[id$=':test']").click();
            Awaiting.until("the call", () -> receiver.calls.size() == 1);
            page.locator("[id$=':remove']").click();
            assertThat(page.locator("#hooks")).containsText("Ingen anropas");
        }
    }

    private static void give(Visit visit, PushService service) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        visit.context()
                .addInitScript(
                        """
                        (() => {
                          if (!('PushManager' in self)) return;
                          let made = null;
                          const json = { endpoint: '%s', expirationTime: null, keys: { p256dh: '%s', auth: '%s' } };
                          PushManager.prototype.getSubscription = async () => made;
                          PushManager.prototype.subscribe = async () => made = {
                            toJSON: () => json, unsubscribe: async () => { made = null; return true; },
                          };
                          Notification.requestPermission = async () => 'granted';
                          Object.defineProperty(Notification, 'permission', { get: () => 'granted' });
                        })();
                        """
                                .formatted(
                                        service.endpoint(),
                                        encoder.encodeToString(service.publicKey()),
                                        encoder.encodeToString(PushService.AUTH)));
    }

    private long devices(String page, String user) {
        return nordlyst.books()
                .figure(
                        "SELECT count(*) FROM push_subscription s JOIN person p ON p.id ="
                                + " s.person_id WHERE s.page = '%s' AND p.user_name = '%s'"
                                        .formatted(page, user));
    }

    /** As if something had just happened that concerns them. */
    private void tell(String user, String what) {
        nordlyst.books()
                .write(
                        "WITH told AS (INSERT INTO word (id, person_id, what, subject, facts, urgent,"
                                + " at) SELECT gen_random_uuid(), p.id, '%s', 'g-1',"
                                        .formatted(what)
                                + " json_build_object('who', a.id::text, 'amount', '70000', 'kind',"
                                + " 'goodwill', 'place', 'krogen')::text, false,"
                                + " '2026-01-01T09:00:00Z' FROM person p, person a"
                                + " WHERE p.user_name = '%s' AND a.user_name = 'anna'"
                                        .formatted(user)
                                + " RETURNING id, person_id) INSERT INTO sending (word_id, channel,"
                                + " push_id, not_before) SELECT t.id, 'push', s.id,"
                                + " '2026-01-01T09:00:00Z' FROM told t JOIN push_subscription s"
                                + " ON s.person_id = t.person_id");
    }
}
