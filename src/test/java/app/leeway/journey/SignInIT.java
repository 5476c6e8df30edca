package app.leeway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Browsers;
import app.leeway.support.Device;
import app.leeway.support.RunningLeeway;
import app.leeway.support.Visit;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in and out through Keycloak, as a person in a browser meets it. */
class SignInIT {
    private static Browsers browsers;

    @BeforeAll
    static void open() {
        browsers = Browsers.open();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    private static Visit visit(Device device) {
        return browsers.visit(device, "en-GB", ColorScheme.LIGHT);
    }

    @Test
    void a_desk_page_leads_to_keycloak_and_back_signed_in() {
        try (Visit kim = visit(Device.DESKTOP)) {
            kim.signIn("kim", "/");
            assertThat(kim.page().content()).contains("Kim");
            kim.screenshot("desk-start");
        }
    }

    @Test
    void the_page_s_own_calls_of_the_interface_ride_on_its_session() {
        try (Visit anna = visit(Device.TABLET)) {
            anna.signIn("anna", "/tap/sign-in");
            Object me =
                    anna.page()
                            .evaluate(
                                    "async () => { const r = await fetch('/api/v1/me');"
                                            + " return [r.status, (await r.json()).user] }");
            assertThat(me).isEqualTo(List.of(200, "anna"));
        }
    }

    @Test
    void
            without_a_session_the_tablet_page_opens_and_the_interface_answers_401_without_a_challenge() {
        try (Visit nobody = visit(Device.TABLET).expecting("401")) {
            nobody.open("/tap/");
            Object answer =
                    nobody.page()
                            .evaluate(
                                    "async () => { const r = await fetch('/api/v1/me');"
                                            + " return [r.status, r.redirected,"
                                            + " r.headers.get('www-authenticate')] }");
            assertThat(answer).isEqualTo(List.of(401, false, "Bearer realm=\"leeway\""));
        }
    }

    @Test
    void the_session_s_cookies_are_out_of_reach_of_scripts_and_other_sites() {
        try (Visit kim = visit(Device.DESKTOP)) {
            kim.signIn("kim", "/");
            List<Cookie> cookies = kim.context().cookies(RunningLeeway.shared().url().toString());
            assertThat(cookies)
                    .extracting(cookie -> cookie.name)
                    .contains("LeewaySignIn", "JSESSIONID");
            assertThat(cookies)
                    .filteredOn(cookie -> cookie.name.matches("LeewaySignIn|JSESSIONID"))
                    .allSatisfy(
                            cookie -> {
                                assertThat(cookie.httpOnly).isTrue();
                                assertThat(cookie.sameSite.name()).isEqualTo("LAX");
                            });
        }
    }

    @Test
    void a_session_that_was_planted_before_the_sign_in_is_not_the_one_after_it() {
        try (Visit anna = visit(Device.DESKTOP);
                Visit kim = visit(Device.DESKTOP)) {
            anna.signIn("anna", "/");
            String planted = session(anna);
            kim.context()
                    .addCookies(
                            List.of(
                                    new Cookie("JSESSIONID", planted)
                                            .setUrl(RunningLeeway.shared().url().toString())));

            kim.signIn("kim", "/");
            kim.open("/gesture/gestures.xhtml");

            assertThat(session(kim)).isNotEqualTo(planted);
            assertThat(anna.open("/").content()).contains("Anna").doesNotContain("Kim");
        }
    }

    private static String session(Visit visit) {
        return visit.context().cookies(RunningLeeway.shared().url().toString()).stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map(cookie -> cookie.value.substring(0, 27)) // without the server's own ending
                .findFirst()
                .orElseThrow();
    }

    @Test
    void signing_out_ends_the_session_at_keycloak_too() {
        try (Visit kim = visit(Device.DESKTOP).expecting("401")) {
            kim.signIn("kim", "/");
            kim.page()
                    .evaluate(
                            "() => { const f = document.createElement('form'); f.method = 'post';"
                                    + " f.action = '/sign-out'; document.body.append(f);"
                                    + " f.submit() }");
            kim.page().waitForSelector("#username");
            assertThat(kim.page().url()).startsWith(RunningLeeway.shared().issuer());
            Response tap = kim.page().navigate(RunningLeeway.shared().url() + "/tap/");
            assertThat(tap.status()).isEqualTo(200);
            assertThat(kim.page().evaluate("async () => (await fetch('/api/v1/me')).status"))
                    .isEqualTo(401);
        }
    }

    @Test
    void no_address_of_a_whole_visit_holds_a_token_at_the_desk() {
        try (Visit kim = visit(Device.DESKTOP)) {
            List<String> addresses = addressesOf(kim);
            kim.signIn("kim", "/index.xhtml");
            kim.page().locator("form[action$='sign-out'] button").click();
            kim.page().waitForSelector("#username");
            assertNoneHoldsAToken(addresses);
        }
    }

    @Test
    void no_address_of_a_whole_visit_holds_a_token_on_the_tablet() {
        try (Visit anna = visit(Device.TABLET).expecting("401")) {
            List<String> addresses = addressesOf(anna);
            anna.signIn("anna", "/tap/sign-in");
            TapPage tap = new TapPage(anna.page()).ready();
            tap.signOut();
            assertNoneHoldsAToken(addresses);

            anna.open("/tap/sign-in");
            assertThat(anna.page().locator("#username").isVisible()).isTrue();
        }
    }

    /** Those of all requests that the browser makes from now on, redirects too. */
    private static List<String> addressesOf(Visit visit) {
        List<String> addresses = new CopyOnWriteArrayList<>();
        visit.context().onRequest(request -> addresses.add(request.url()));
        return addresses;
    }

    private static void assertNoneHoldsAToken(List<String> addresses) {
        assertThat(addresses).anyMatch(address -> address.endsWith("/sign-out"));
        assertThat(addresses)
                .isNotEmpty()
                .noneMatch(
                        address -> address.matches(".*(eyJ[\\w-]+\\.eyJ|id_token|access_token).*"));
    }

    @Test
    void every_answer_says_what_a_browser_may_do_with_it() {
        try (Visit kim = visit(Device.DESKTOP)) {
            kim.signIn("kim", "/");
            Response page = kim.page().navigate(RunningLeeway.shared().url() + "/");
            Map<String, String> headers = page.allHeaders();
            assertThat(headers.get("content-security-policy"))
                    .contains("default-src 'self'", "frame-ancestors 'none'", "'nonce-")
                    .doesNotContain("script-src 'unsafe-inline'");
            assertThat(headers)
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("referrer-policy", "same-origin")
                    .containsKey("x-request-id")
                    .doesNotContainKeys("server", "x-powered-by");
        }
    }
}
