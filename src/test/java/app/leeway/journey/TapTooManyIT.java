package app.leeway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Visit;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The server says to the tablet: too many requests, come back later. */
class TapTooManyIT {

    private static final String LOGGING = "**/api/v1/gestures**";

    @RegisterExtension static final Tablets TABLETS = new Tablets();

    @TempDir Path profile;

    @Test
    void P1_what_was_refused_for_a_while_waits_and_comes_in_once() throws SQLException {
        try (Visit visit = TABLETS.visitKeeping(profile).expecting("429")) {
            visit.signIn("gunnar", "/tap/sign-in");
            TapPage tap = new TapPage(visit.page()).ready();
            AtomicInteger tries = new AtomicInteger();
            visit.context().route(LOGGING, route -> refuse(route, tries));

            tap.kind("locker-coin").log().awaitMark("saved");
            String id = tap.logged();
            visit.page().waitForCondition(() -> tries.get() > 0);
            for (int i = 0; i < 5; i++) {
                visit.page().evaluate("dispatchEvent(new Event('online'))");
                visit.page().evaluate("navigator.locks.request('leeway-outbox', () => true)");
            }
            assertThat(tries).as("it waits as long as it was asked to").hasValue(1);
            assertThat(tap.unsentIds()).contains(id);
            assertThat(KeptGestures.with(List.of(id))).isEmpty();

            visit.context().unroute(LOGGING);
            visit.page().reload();
            tap.ready().awaitRows(0, "saved");
            assertThat(KeptGestures.with(List.of(id))).hasSize(1);
        }
    }

    private static void refuse(Route route, AtomicInteger tries) {
        if (!route.request().method().equals("POST")) {
            route.resume();
            return;
        }
        tries.incrementAndGet();
        route.fulfill(
                new Route.FulfillOptions()
                        .setStatus(429)
                        .setContentType("application/problem+json")
                        .setHeaders(Map.of("Retry-After", "600"))
                        .setBody("{\"code\":\"too-many-requests\",\"status\":429}"));
    }
}
