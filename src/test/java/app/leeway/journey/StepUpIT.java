package app.leeway.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.ApiAnswer;
import app.leeway.support.Browsers;
import app.leeway.support.CompanyFiles;
import app.leeway.support.Device;
import app.leeway.support.ForgedTokens;
import app.leeway.support.ForgedTokens.Claims;
import app.leeway.support.Nordlyst;
import app.leeway.support.OneTimeCode;
import app.leeway.support.RunningLeeway;
import app.leeway.support.Visit;
import app.leeway.support.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A second factor for deciding above an amount and for changing the rules, where the company asks
 * for one: a code of the person's telephone, asked for by Keycloak.
 */
class StepUpIT {

    private static final String WITH_SECOND_FACTOR =
            CompanyFiles.nordlyst() + "\napprovals: { secondFactorAbove: 600.00 }\n";

    private static Browsers browsers;
    private static ForgedTokens forge;

    private final Nordlyst nordlyst = Nordlyst.running();

    @BeforeAll
    static void open() {
        browsers = Browsers.open();
        forge = ForgedTokens.withKeyIn(Nordlyst.running().realm());
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @BeforeEach
    void nothingWasGiven() {
        nordlyst.books().clear();
    }

    /** Others sign in with a password alone: with a second factor, the realm grants none for it. */
    @AfterEach
    void theDemoCompanyIsBack() {
        nordlyst.books().clear();
        for (String user : List.of("kim", "stina")) {
            nordlyst.realm().forgetsSecondFactorOf(user);
            long removed = Instant.now().getEpochSecond();
            Waiting.until(
                    user + " has a token from after that",
                    Duration.ofSeconds(60),
                    () -> {
                        nordlyst.forgetsTokenOf(user);
                        JsonNode claims = Claims.of(nordlyst.tokenOf(user)).json();
                        return claims.get("iat").asLong() > removed;
                    });
        }
        assertThat(bring(CompanyFiles.nordlyst(), provenTokenOf("stina")).status()).isEqualTo(200);
    }

    @Test
    void a_yes_above_the_amount_takes_a_second_factor_and_is_said_once() {
        assertThat(bring(WITH_SECOND_FACTOR, provenTokenOf("stina")).status()).isEqualTo(200);
        String secret;
        try (Visit anna = visit();
                Visit kim = visit().expecting("403")) {
            anna.signIn("anna", "/index.xhtml");
            Desk.ask(anna, "C-1002", 700);
            Desk.ask(anna, "C-1001", 800);
            String first = waiting().get(0);
            refusesByTheApi(first);

            Page desk = Desk.inbox(kim, "kim");
            card(desk).locator("[data-verb=approve]").click();
            secret = setsUpTheirTelephone(desk);
            assertThat(desk.url())
                    .isEqualTo(RunningLeeway.shared().url() + "/approval/inbox.xhtml");
            assertThat(waiting()).as("nothing is decided by coming back").hasSize(2);

            card(desk).locator("[data-verb=approve]").click();
            assertThat(card(desk).locator(".became").first()).containsText("Kim Sten");
            assertThat(waiting()).hasSize(1);
            assertThat(decisionsOfKim()).isEqualTo(1);
        }
        try (Visit kim = visit().expecting("403")) {
            Page desk = Desk.inbox(kim, "kim");
            card(desk).locator("[data-verb=approve]").click();
            desk.waitForSelector("#otp");
            // A code counts once, and the next one a moment early.
            desk.fill("#otp", OneTimeCode.of(secret, Instant.now().plusSeconds(30)));
            desk.click("#kc-login");
            isBack(desk);
            card(desk).locator("[data-verb=approve]").click();
            assertThat(card(desk).locator(".became").first()).containsText("Kim Sten");
            assertThat(decisionsOfKim()).isEqualTo(2);
        }
    }

    @Test
    void below_the_amount_a_password_is_enough_and_many_at_once_count_as_their_sum() {
        assertThat(bring(WITH_SECOND_FACTOR, provenTokenOf("stina")).status()).isEqualTo(200);
        try (Visit anna = visit()) {
            anna.signIn("anna", "/index.xhtml");
            Desk.ask(anna, "C-1002", 550);
            Desk.ask(anna, "C-1001", 560);
        }
        List<String> both = waiting();
        String ids = both.stream().map("\"%s\""::formatted).collect(Collectors.joining(","));

        assertStepUp(
                nordlyst.as("kim")
                        .withNewKey()
                        .post(
                                "/approvals/bulk-approve",
                                "{\"ids\":[%s],\"sum\":{\"amount\":\"1110.00\",\"currency\":\"SEK\"}}"
                                        .formatted(ids)));
        assertThat(waiting()).hasSize(2);
        assertThat(
                        nordlyst.as("kim")
                                .withNewKey()
                                .post("/approvals/" + both.get(0) + "/approve", "{}")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void the_company_file_takes_a_second_factor_before_one_is_asked_for_and_as_long_as_it_is() {
        String password = nordlyst.tokenOf("stina");
        assertStepUp(bring(WITH_SECOND_FACTOR, password));

        try (Visit stina = visit()) {
            Page page = stina.signIn("stina", "/company/file.xhtml");
            look(page, WITH_SECOND_FACTOR);
            setsUpTheirTelephone(page);
            assertThat(page.url()).endsWith("/company/file.xhtml");
            look(page, WITH_SECOND_FACTOR);
            page.locator("[id='decide:apply']").click();
            Waiting.until(
                    "the company asks for a second factor",
                    Duration.ofSeconds(30),
                    () -> nordlyst.as("axel").get("/company").body().contains("secondFactorAbove"));
        }
        assertStepUp(bring(CompanyFiles.nordlyst(), password));
    }

    @Test
    void stepping_up_leads_to_no_other_server() {
        try (Visit kim = visit()) {
            kim.signIn("kim", "/index.xhtml");
            kim.open("/step-up?to=//example.org/");
            setsUpTheirTelephone(kim.page());
            assertThat(kim.page().url()).startsWith(RunningLeeway.shared().url().toString());
        }
    }

    private void refusesByTheApi(String exception) {
        assertStepUp(
                nordlyst.as("kim").withNewKey().post("/approvals/" + exception + "/approve", "{}"));
        assertThat(waiting()).hasSize(2);
    }

    private static void assertStepUp(ApiAnswer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("step-up-needed");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .contains(
                        "Bearer realm=\"leeway\", error=\"insufficient_user_authentication\","
                                + " acr_values=\"second-factor\"");
    }

    private List<String> waiting() {
        return nordlyst.books().texts("SELECT id::text FROM approval WHERE state = 'waiting'");
    }

    private long decisionsOfKim() {
        return nordlyst.books()
                .figure(
                        "SELECT count(*) FROM approval a JOIN person p ON p.id = a.decided_by"
                                + " WHERE p.user_name = 'kim' AND a.state = 'approved'");
    }

    /** As the realm would give it after a second factor. */
    private String provenTokenOf(String user) {
        nordlyst.forgetsTokenOf(user);
        return forge.signed(Claims.of(nordlyst.tokenOf(user)).with("acr", "second-factor"));
    }

    private ApiAnswer bring(String yaml, String token) {
        return nordlyst.withToken(token)
                .withNewKey()
                .send("POST", "/company", "application/yaml", yaml);
    }

    private static void look(Page page, String yaml) {
        page.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "company.yaml",
                                "application/yaml",
                                yaml.getBytes(StandardCharsets.UTF_8)));
        page.locator("[id='bring:look']").click();
    }

    /**
     * Whoever has none yet is led to setting it up.
     *
     * @return what the telephone knows from now on
     */
    private static String setsUpTheirTelephone(Page page) {
        page.waitForSelector("#totp");
        String secret = page.locator("#totpSecret").inputValue();
        page.fill("#totp", OneTimeCode.of(secret, Instant.now()));
        page.click("#saveTOTPBtn");
        isBack(page);
        return secret;
    }

    private static void isBack(Page page) {
        page.waitForURL(
                url ->
                        url.startsWith(RunningLeeway.shared().url().toString())
                                && !url.contains("/step-up")
                                && !url.contains("/oidcclient"));
    }

    private static Locator card(Page page) {
        return page.locator(".exception").first();
    }

    private static Visit visit() {
        return Desk.visit(browsers, Device.DESKTOP, ColorScheme.LIGHT);
    }
}
