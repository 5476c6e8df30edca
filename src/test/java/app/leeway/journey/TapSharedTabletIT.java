package app.leeway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Visit;
import java.sql.SQLException;
import java.util.List;
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
        try (Visit tablet = TABLETS.visit().expecting("ERR_FAILED")) {
            tablet.signIn("klara", "/tap/sign-in");
            TapPage tap = new TapPage(tablet.page()).ready();
            tap.kind("goodwill").amount(200).nobody().log().awaitMark("received");
            // The service worker's sending is cut off too.
            tablet.context().route("**/api/v1/gestures", route -> route.abort());
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
    void a_full_storage_is_said_and_nothing_is_pretended() {
        try (Visit tablet = TABLETS.visit().expecting("ERR_FAILED").expecting("not saved")) {
            tablet.signIn("klara", "/tap/sign-in");
            TapPage tap = new TapPage(tablet.page()).ready();
            tablet.page().evaluate(FULL);
            tablet.page().route("**/api/v1/gestures", route -> route.abort());
            tap.kind("goodwill").amount(100).nobody().log();
            tap.awaitTone("STOP");
            assertThat(tap.verdict().textContent()).contains("Lagringen är full", "INTE");
            assertThat(tap.rows("saved")).isZero();
            tablet.screenshot("tap-full");
        }
    }
}
