package app.leeway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Nordlyst;
import app.leeway.support.StandIn;
import app.leeway.support.StandIn.Answer;
import app.leeway.support.Visit;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One tablet, several people: what is whose, what lapses, and what is left behind. */
class TapSharedTabletIT {
    /** Everything that a page may read of what is stored, as one text. */
    private static final String ALL_THAT_IS_STORED =
            """
            () => new Promise((resolve, reject) => {
              const request = indexedDB.open('leeway-tap');
              request.onerror = () => reject(request.error);
              request.onsuccess = () => {
                const stores = ['entries', 'things'];
                const transaction = request.result.transaction(stores);
                const found = stores.map((name) => transaction.objectStore(name).getAll());
                const keys = transaction.objectStore('things').getAllKeys();
                transaction.oncomplete = () => {
                  const text = (value) => value instanceof ArrayBuffer
                    ? new TextDecoder('latin1').decode(value) : value;
                  const all = [...found.map((one) => one.result), keys.result];
                  resolve(JSON.stringify(all, (_, value) => text(value))
                    + JSON.stringify(localStorage) + JSON.stringify(sessionStorage));
                };
              };
            })
            """;

    /** An entry as the page filed it when the server still gave the key itself. */
    private static final String SEALED_AS_FORMERLY =
            """
            async ([base64, id]) => {
              const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
              const encoder = new TextEncoder();
              const labelled = new Uint8Array([...encoder.encode('owner'), ...bytes]);
              const print = new Uint8Array(await crypto.subtle.digest('SHA-256', labelled));
              const owner = btoa(String.fromCharCode(...print.slice(0, 12)));
              const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt']);
              const at = Date.now();
              const entry = {
                id, at, type: 'gesture', clockOffset: 0, judged: null,
                body: { kind: 'locker-coin', done: true, occurredAt: new Date(at).toISOString() },
                label: { kind: 'locker-coin', name: { sv: 'x', en: 'x' }, costMinor: 1000, customer: null },
              };
              const iv = crypto.getRandomValues(new Uint8Array(12));
              const clear = encoder.encode(JSON.stringify(entry));
              const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, clear);
              const filed = { id, owner, mark: 'waiting', tried: false, at, sealed: { iv, data } };
              await new Promise((resolve, reject) => {
                const request = indexedDB.open('leeway-tap');
                request.onsuccess = () => {
                  const writing = request.result.transaction('entries', 'readwrite');
                  writing.objectStore('entries').put(filed);
                  writing.oncomplete = resolve;
                  writing.onabort = reject;
                };
              });
            }
            """;

    /** What the browser says when its storage is full. */
    private static final String FULL =
            """
            () => {
              const put = IDBObjectStore.prototype.put;
              IDBObjectStore.prototype.put = function (...what) {
                if (this.name !== 'entries') return put.apply(this, what);
                throw new DOMException('no room', 'QuotaExceededError');
              };
            }
            """;

    @RegisterExtension static final Tablets TABLETS = new Tablets();

    @Test
    void a_lapsed_sign_in_keeps_the_entry_hides_it_from_the_next_person_and_sends_it_for_its_own()
            throws SQLException {
        try (Visit tablet = TABLETS.visit()) {
            tablet.signIn("hedda", "/tap/sign-in");
            TapPage tap = new TapPage(tablet.page()).ready();
            tablet.context().clearCookies();
            tap.kind("goodwill").amount(100).nobody().log().notice("lapsed").awaitMark("saved");
            assertThat(tap.isWaitingShown()).isTrue();
            tablet.screenshot("tap-lapsed");
            String id = tap.logged();

            tablet.signIn("klara", "/tap/sign-in");
            tap.readyFor("Klara Frid").awaitRows(0, "saved");
            assertThat(tap.isWaitingShown()).isFalse();
            assertThat(tap.ids()).doesNotContain(id);
            tap.signOut();
            assertThat(KeptGestures.with(List.of(id))).isEmpty();

            tablet.signIn("hedda", "/tap/sign-in");
            tap.readyFor("Hedda Vik").awaitRows(0, "saved");
            tablet.page().waitForCondition(() -> tap.ids().contains(id));
            assertThat(KeptGestures.with(List.of(id)))
                    .extracting(KeptGestures.Row::kind)
                    .containsExactly("goodwill");
        }
    }

    @Test
    void p7_after_signing_out_nothing_readable_of_the_person_is_left() {
        try (Visit tablet = TABLETS.visit()) {
            StandIn line = StandIn.in(tablet.context());
            tablet.signIn("klara", "/tap/sign-in");
            TapPage tap = new TapPage(tablet.page()).ready();
            tap.kind("goodwill").amount(200).nobody().log().awaitMark("received");
            line.answers("/api/v1/gestures", Answer.NONE);
            tap.kind("goodwill").amount(100).nobody().log().awaitMark("saved");
            String id = tap.logged();

            tap.signOut();

            String stored = (String) tablet.page().evaluate(ALL_THAT_IS_STORED);
            assertThat(stored).contains(id);
            assertThat(stored)
                    .doesNotContainIgnoringCase("klara")
                    .doesNotContainIgnoringCase("frid")
                    .doesNotContainIgnoringCase("goodwill")
                    .doesNotContainIgnoringCase("kundtjanst")
                    .doesNotContain("\"leeway\"", "\"key\"", "\"shift\"", "\"recents\"");
            tablet.screenshot("tap-door");
        }
    }

    @Test
    void what_lies_there_sealed_as_in_former_versions_is_sent() throws SQLException {
        byte[] former = new byte[32];
        new SecureRandom().nextBytes(former);
        String base64 = Base64.getEncoder().encodeToString(former);
        Nordlyst.running()
                .books()
                .write(
                        "UPDATE person SET tablet_key = decode('%s', 'base64')".formatted(base64)
                                + " WHERE user_name = 'gunnar'");
        String id = UUID.randomUUID().toString();
        try (Visit tablet = TABLETS.visit()) {
            tablet.open("/tap/");
            tablet.page().locator("#sign-in").waitFor();
            tablet.page().evaluate(SEALED_AS_FORMERLY, List.of(base64, id));
            tablet.page().reload();
            tablet.page().locator("#door-waits").waitFor();

            tablet.signIn("gunnar", "/tap/sign-in");
            TapPage tap = new TapPage(tablet.page()).readyFor("Gunnar");
            tablet.page().waitForCondition(() -> tap.ids().contains(id));
            tap.awaitRows(0, "saved");
        }
        assertThat(KeptGestures.with(List.of(id)))
                .extracting(KeptGestures.Row::kind)
                .containsExactly("locker-coin");
    }

    @Test
    void p7_without_network_the_page_closes_after_the_company_s_time_and_keeps_what_was_logged()
            throws SQLException {
        try (Visit tablet = TABLETS.visit().expecting("ERR_INTERNET_DISCONNECTED")) {
            tablet.page().clock().install();
            tablet.signIn("klara", "/tap/sign-in");
            TapPage tap = new TapPage(tablet.page()).ready();
            tablet.context().setOffline(true);
            tap.kind("goodwill").amount(100).nobody().log().awaitMark("saved");
            String id = tap.logged();
            tablet.page().clock().fastForward(Duration.ofHours(11).toMillis());
            assertThat(tablet.page().locator("#who").textContent()).contains("Klara Frid");

            tablet.page().clock().fastForward(Duration.ofMinutes(61).toMillis());

            tablet.page().locator("[data-why=closed]").waitFor();
            assertThat(tablet.page().locator("#door").innerText())
                    .contains("Logga in för att fortsätta", "Sign in to go on");
            TapAccessibilityIT.look(tablet, "closed");
            assertThat((String) tablet.page().evaluate(ALL_THAT_IS_STORED))
                    .contains(id)
                    .doesNotContainIgnoringCase("klara")
                    .doesNotContainIgnoringCase("goodwill");

            tablet.context().setOffline(false);
            tablet.signInWhereAsked("klara");
            tap.readyFor("Klara Frid").awaitRows(0, "saved");
            tablet.page().waitForCondition(() -> tap.ids().contains(id));
            assertThat(KeptGestures.with(List.of(id))).hasSize(1);
        }
    }

    @Test
    void a_full_storage_is_said_and_nothing_is_pretended() {
        try (Visit tablet = TABLETS.visit().expecting("not saved")) {
            StandIn line = StandIn.in(tablet.context());
            tablet.signIn("klara", "/tap/sign-in");
            TapPage tap = new TapPage(tablet.page()).ready();
            tablet.page().evaluate(FULL);
            line.answers("/api/v1/gestures", Answer.NONE);
            tap.kind("goodwill").amount(100).nobody().log();
            tap.awaitTone("STOP");
            assertThat(tap.verdict().textContent()).contains("Lagringen är full", "INTE");
            assertThat(tap.rows("saved")).isZero();
            tablet.screenshot("tap-full");
        }
    }
}
