package app.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Browsers;
import app.leeway.support.Device;
import app.leeway.support.Nordlyst;
import app.leeway.support.RunningLeeway;
import app.leeway.support.Visit;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What browsers are told that they may do, byte by byte: nothing becomes weaker unseen. */
class HeadersIT {

    private static final String COMMON =
            "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
                    + "img-src 'self' data: blob:; form-action 'self' ";
    private static final String PAGES =
            "; style-src-elem 'self'; style-src-attr 'unsafe-inline'; script-src 'self'";

    private final RunningLeeway leeway = RunningLeeway.shared();

    @Test
    void a_page_of_the_desk() {
        try (Browsers browsers = Browsers.open();
                Visit kim = browsers.visit(Device.DESKTOP, "en-GB", ColorScheme.LIGHT)) {
            kim.signIn("kim", "/");
            Map<String, String> headers =
                    kim.page().navigate(leeway.url() + "/gesture/gestures.xhtml").allHeaders();

            String policy = headers.get("content-security-policy");
            assertThat(policy).containsPattern("'nonce-[A-Za-z0-9+/=_-]{16,}'");
            headers.put("content-security-policy", withoutNonce(policy));
            assertThat(told(headers)).isEqualTo(expected(COMMON + keycloak() + PAGES, "no-store"));
        }
    }

    @Test
    void the_page_of_the_tablet() throws Exception {
        assertThat(told(get("/tap/", null)))
                .isEqualTo(
                        expected(
                                COMMON
                                        + keycloak()
                                        + "; worker-src 'self'; manifest-src 'self';"
                                        + " style-src 'self'; script-src 'self'",
                                null));
    }

    @Test
    void an_answer_of_the_interface() throws Exception {
        assertThat(told(get("/api/v1/me", Nordlyst.running().tokenOf("anna"))))
                .isEqualTo(expected("default-src 'none'; frame-ancestors 'none'", "no-store"));
    }

    @Test
    void a_page_that_says_what_went_wrong() throws Exception {
        Map<String, String> headers = get("/tap/none", null);

        String policy = headers.get("content-security-policy");
        headers.put("content-security-policy", withoutNonce(policy));
        assertThat(told(headers)).isEqualTo(expected(COMMON + keycloak() + PAGES, "no-store"));
    }

    @Test
    void a_file_of_the_desk() throws Exception {
        assertThat(told(get("/resources/css/desk.css", null)))
                .isEqualTo(expected(COMMON + keycloak() + PAGES, null));
    }

    private Map<String, String> get(String path, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(leeway.url().resolve(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<Void> answer =
                HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
        Map<String, String> headers = new TreeMap<>();
        answer.headers()
                .map()
                .forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return headers;
    }

    /** What of the headers is about safety. */
    private static Map<String, String> told(Map<String, String> headers) {
        Map<String, String> told = new TreeMap<>();
        headers.forEach(
                (name, value) -> {
                    if (name.matches(
                            "content-security-policy.*|x-.*|referrer-policy|cross-origin-.*"
                                    + "|permissions-policy|access-control-.*|server|cache-control")) {
                        told.put(name, value.replace(", no-cache=set-cookie", ""));
                    }
                });
        assertThat(told.remove("x-request-id")).isNotBlank();
        return told;
    }

    private static Map<String, String> expected(String policy, String cacheControl) {
        Map<String, String> expected =
                new TreeMap<>(
                        Map.of(
                                "content-security-policy", policy,
                                "x-content-type-options", "nosniff",
                                "referrer-policy", "same-origin",
                                "cross-origin-opener-policy", "same-origin",
                                "cross-origin-resource-policy", "same-origin",
                                "permissions-policy",
                                        "camera=(self), geolocation=(), microphone=(), payment=()"));
        if (cacheControl != null) {
            expected.put("cache-control", cacheControl);
        }
        return expected;
    }

    private static String withoutNonce(String policy) {
        return policy.replaceAll(" 'nonce-[^']+'", "").replaceAll(";$", "");
    }

    private String keycloak() {
        URI issuer = URI.create(leeway.issuer());
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }
}
